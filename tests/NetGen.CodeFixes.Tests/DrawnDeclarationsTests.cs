using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using NetGen.Generator.Tests;

namespace NetGen.CodeFixes.Tests;

/// <summary>Fixes of declarations drawn at random: none throws, and each changes what it is offered for.</summary>
public sealed class DrawnDeclarationsTests
{
    private const int FilesPerProject = 10;

    [Fact]
    public async Task What_is_said_of_drawn_declarations_is_fixed_or_left_alone()
    {
        int offered = 0;
        int[] seeds = [.. RandomSeeds.Or(Enumerable.Range(1, 30))];
        foreach (int[] project in seeds.Chunk(FilesPerProject))
        {
            using Editor editor = new(project.Select(HostileSource.Draw));
            string[] before = await editor.Texts();
            foreach (Diagnostic diagnostic in (await editor.Errors()).Concat(await editor.Warnings())
                .Where(static diagnostic => diagnostic.Location.SourceTree?.FilePath.StartsWith("File", StringComparison.Ordinal) is true))
            {
                try
                {
                    foreach (CodeAction fix in await editor.Offered(diagnostic))
                    {
                        Assert.NotEqual(before, await editor.TextsAfter(fix));
                        offered++;
                    }
                }
                catch (Exception failure)
                {
                    int seed = project[int.Parse(diagnostic.Location.SourceTree!.FilePath[4..^3], CultureInfo.InvariantCulture)];
                    string replay = RandomSeeds.Replay(seed, nameof(DrawnDeclarationsTests));
                    throw new InvalidOperationException(
                        $"{diagnostic}\n{failure.Message}\n{replay}\n\n{HostileSource.Draw(seed)}", failure);
                }
            }
        }

        Assert.True(offered > 0 || seeds.Length < FilesPerProject, "No fix was offered.");
    }
}

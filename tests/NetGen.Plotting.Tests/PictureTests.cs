using System.Diagnostics;
using System.Security.Cryptography;
using NetGen.Plotting.Rendering;
using SkiaSharp;

namespace NetGen.Plotting.Tests;

/// <summary>What pictures are to look like, whatever the machine.</summary>
public sealed class PictureTests
{
    private const string Elsewhere = "NETGEN_TEST_PICTURES";

    [Fact]
    public void Same_figures_give_the_same_bytes_in_whatever_order_they_are_drawn()
    {
        string[] forwards = [.. Samples.Figures.Select(static figure => Fingerprint(FigurePng.Draw(figure, Theme.Light)))];
        string[] backwards = [.. Samples.Figures.Reverse().Select(static figure => Fingerprint(FigurePng.Draw(figure, Theme.Light)))];
        Assert.Equal(forwards, backwards.Reverse());
    }

    [Fact]
    public void Figures_drawn_at_once_on_several_threads_are_the_same()
    {
        string[] alone = [.. Samples.Figures.Select(static figure => Fingerprint(FigurePng.Draw(figure, Theme.Dark)))];
        string[] together =
        [
            .. Samples.Figures.AsParallel()
                .AsOrdered()
                .WithDegreeOfParallelism(4)
                .Select(static figure => Fingerprint(FigurePng.Draw(figure, Theme.Dark))),
        ];
        Assert.Equal(alone, together);
    }

    [Fact]
    public async Task Process_that_knows_no_fonts_draws_the_same_and_says_nothing()
    {
        string folder = Directory.CreateTempSubdirectory("netgen-").FullName;
        try
        {
            string file = Path.Join(folder, "pictures");
            ProcessStartInfo start = new(
                "dotnet",
                [
                    "exec",
                    typeof(PictureTests).Assembly.Location,
                    "-method",
                    $"{typeof(PictureTests).FullName}.{nameof(Pictures_for_another_process)}",
                ])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                Environment = { [Elsewhere] = file, ["FONTCONFIG_PATH"] = folder, ["FONTCONFIG_FILE"] = Path.Join(
                    folder, "none"), ["XDG_DATA_HOME"] = folder, ["HOME"] = folder },
            };
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(File.Exists(file), output);
            Assert.Equal(Fingerprints(), await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken));
            Assert.Equal("", await error);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Pictures_for_another_process()
    {
        string? file = Environment.GetEnvironmentVariable(Elsewhere);
        Assert.SkipWhen(file is null, "Another test runs this in a process of its own.");
        File.WriteAllLines(file!, Fingerprints());
    }

    [Theory]
    [InlineData(FigureTheme.Light, true)]
    [InlineData(FigureTheme.Dark, false)]
    public void Picture_is_twice_as_wide_as_the_sheet_with_words_on_paper(FigureTheme theme, bool light)
    {
        using SKBitmap picture = SKBitmap.Decode(new NetworkFigure(Samples.Figures[0]).ToPng(theme));
        Assert.Equal(2160, picture.Width);
        Assert.Equal(light, Brightness(picture.GetPixel(5, 5)) > 0.5);

        // The title stands in the upper left: letters cover some of it, and not all.
        int ink = 0;
        for (int x = 48; x < 448; x++)
        {
            for (int y = 50; y < 100; y++)
                ink += Math.Abs(Brightness(picture.GetPixel(x, y)) - Brightness(picture.GetPixel(5, 5))) > 0.5 ? 1 : 0;
        }

        Assert.InRange(ink, 500, 8000);
    }

    [Fact]
    public void Character_that_the_font_lacks_is_an_error_that_names_it() =>
        Assert.Contains(
            "U+5C64", Assert.Throws<ArgumentException>(static () => FigureFont.Width("層", 12)).Message, StringComparison.Ordinal);

    private static string[] Fingerprints() =>
        [.. Samples.Figures.Select(static figure => Fingerprint(FigurePng.Draw(figure, Theme.Light)))];

    private static string Fingerprint(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    private static double Brightness(SKColor colour) => (colour.Red + colour.Green + colour.Blue) / 765.0;
}

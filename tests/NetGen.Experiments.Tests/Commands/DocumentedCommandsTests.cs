using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using NetGen.Experiments.Commands;
using NetGen.Experiments.Running;
using Spectre.Console;

namespace NetGen.Experiments.Tests.Commands;

/// <summary>What the pages tell to type can be typed.</summary>
public sealed class DocumentedCommandsTests
{
    private const string Program = "src/NetGen.Experiments -- ";

    public static TheoryData<string> Commands =>
    [
        .. from name in typeof(Experiment).Assembly.GetManifestResourceNames()
           where name.StartsWith("docs/", StringComparison.Ordinal)
           from Match command in Regex.Matches(Read(name), $"^dotnet run .*{Program}(.+)$", RegexOptions.Multiline)
           select command.Groups[1].Value.TrimEnd(),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_is_understood(string command) => Assert.Empty(Parse(command).Errors.Select(static error => error.Message));

    [Fact]
    public void A_command_that_there_is_not_is_found() => Assert.NotEmpty(Parse("distant-identity --nothing 3").Errors);

    private static System.CommandLine.ParseResult Parse(string command) => CommandLine
        .Create(Experiments(), AnsiConsole.Console, static () => CancellationToken.None)
        .Parse([.. CommandLineParser.SplitCommandLine(command)]);

    private static Experiment[] Experiments() =>
    [
        .. from type in typeof(Experiment).Assembly.GetTypes()
           where type.IsSubclassOf(typeof(Experiment)) && !type.IsAbstract
           select (Experiment)Activator.CreateInstance(type)!,
    ];

    private static string Read(string resource)
    {
        using StreamReader reader = new(typeof(Experiment).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MicroGpt;

/// <summary>What can be typed.</summary>
internal static class CommandLine
{
    public static RootCommand Create(Action<Words, int, int> run)
    {
        Option<Words> text = new("--text")
        {
            Description = "A file of words to learn from, one a line. By default, first names.",
            HelpName = "FILE",
            CustomParser = ReadWords,
        };
        Option<int> steps = WholeNumber("--steps", "How many steps there are, each of one word", 1, 100_000_000, standard: 20_000);
        Option<int> seed = WholeNumber("--seed", "The seed of all that is random", 0, int.MaxValue, standard: 42);
        RootCommand root = new("Trains the smallest GPT on words, and prints new ones.") { text, steps, seed };
        root.SetAction(parsed => run(parsed.GetValue(text) ?? Words.Names(), parsed.GetValue(steps), parsed.GetValue(seed)));
        return root;
    }

    private static Words? ReadWords(ArgumentResult result)
    {
        string path = result.Tokens[0].Value;
        string reason = "There is no such word in it.";
        try
        {
            Words words = Words.Read(path);
            if (words.All.Count > 0)
                return words;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            reason = exception.Message;
        }

        result.AddError($"--text expects a file with words of the letters a to z; got '{path}'. {reason}");
        return null;
    }

    private static Option<int> WholeNumber(string name, string description, int least, int most, int standard) => new(name)
    {
        Description = FormattableString.Invariant($"{description}, from {least} to {most}."),
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            string given = result.Tokens[0].Value;
            if (int.TryParse(given, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number)
                && number >= least
                && number <= most)
            {
                return number;
            }

            result.AddError(FormattableString.Invariant($"{name} expects a whole number from {least} to {most}; got '{given}'."));
            return standard;
        },
    };
}

using NetGen.Experiments.Attention;

namespace NetGen.Experiments.Tests.Experiments.Attention.Texts;

public sealed class TextTaskTests
{
    // Every stretch is of one letter, so that a letter tells where it comes from.
    private static readonly string stretches = string.Concat("abcdefghijklmnopqrst".Select(static letter => new string(letter, 2048)));

    [Fact]
    public void Every_tenth_stretch_is_held_out()
    {
        TextTask task = new("letters", stretches);
        Assert.Null(task.Objection);
        Assert.Equal((18 * 2048, 2 * 2048), (task.TrainingCount, task.HeldOutCount));
        Assert.Equal("jt", Characters.Text(task.Tokens.Distinct()));
        Assert.Equal(task.Tokens[1..].Append(task.Labels[^1]), task.Labels);
    }

    [Fact]
    public void Batches_are_windows_of_the_rest_with_what_comes_next()
    {
        TextTask task = new("letters", stretches);
        int[] tokens = new int[50 * TextTask.Length];
        int[] labels = new int[tokens.Length];

        task.Next(new SeededRandom(1), tokens, labels);

        Assert.DoesNotContain('j', Characters.Text(tokens.Concat(labels)));
        for (int window = 0; window < tokens.Length; window += TextTask.Length)
            Assert.Equal(tokens[(window + 1)..(window + TextTask.Length)], labels[window..(window + TextTask.Length - 1)]);
    }

    [Fact]
    public void Characters_are_those_of_ASCII_the_end_of_a_line_and_one_for_all_others()
    {
        const string text = "A ~!\nx¤\n";
        Assert.Equal(text, Characters.Text(Characters.Tokens("A ~!\r\nxσ\n")));
        Assert.All(Characters.Tokens(text), static token => Assert.InRange(token, 0, Characters.Count - 1));
        Assert.Equal("A·¶¤", string.Concat(Characters.Tokens("A \nσ").Select(Characters.Visible)));
        string all = string.Concat(Enumerable.Range(0, 256).Select(static code => (char)code));
        Assert.Equal(Characters.Count, Characters.Tokens(all).Distinct().Count());
    }

    // Of "abab", counted with one more of each, b is behind a with (2 + 1) / (2 + 97), and a behind b with (1 + 1) / (1 + 97).
    [Fact]
    public void Counts_say_how_many_bits_a_character_takes()
    {
        int[] text = Characters.Tokens("abab");
        double ab = -Math.Log2(3.0 / 99), ba = -Math.Log2(2.0 / 98);
        Assert.Equal((2 * ab + ba) / 3, CharacterCounts.BitsBehindAnother(text, text), 1e-12);
        // Alone, b is there twice and a once, of three that follow another.
        Assert.Equal((2 * -Math.Log2(3.0 / 100) - Math.Log2(2.0 / 100)) / 3, CharacterCounts.BitsAlone(text, text), 1e-12);
    }

    [Fact]
    public void Pages_of_the_project_travel_with_the_program()
    {
        string docs = ProjectDocs.Read();
        Assert.Contains("# Experiments", docs, StringComparison.Ordinal);
        Assert.Null(new TextTask(ProjectDocs.Name, docs).Objection);
    }
}

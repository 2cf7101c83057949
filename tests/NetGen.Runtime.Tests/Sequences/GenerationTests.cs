namespace NetGen.Runtime.Tests;

/// <summary>Networks that write: token by token, with the keys and values of earlier positions kept.</summary>
public sealed class GenerationTests
{
    [Fact]
    public void Scores_are_those_of_a_prediction_to_the_last_bit() => AssertScores(new NextToken(seed: 5));

    [Fact]
    public void Positions_by_angles_go_on_too() => AssertScores(new NextTokenByAngle(seed: 5));

    [Fact]
    public void Tokens_may_come_together_or_one_by_one()
    {
        TokenGenerator<NextToken> one = new NextToken(seed: 5).CreateGenerator(), all = new NextToken(seed: 5).CreateGenerator();
        all.Add(3, 1, 4, 1, 5);
        foreach (int token in new[] { 3, 1, 4, 1, 5 })
            one.Add(token);

        Assert.Equal(one.Scores.ToArray(), all.Scores.ToArray());
    }

    [Fact]
    public void A_sequence_may_begin_anew()
    {
        TokenGenerator<NextToken> generator = new NextToken(seed: 5).CreateGenerator();
        generator.Add(3, 1, 4);
        float[] first = generator.Scores.ToArray();
        generator.Add(1, 5);
        generator.Clear();
        generator.Add(3, 1, 4);

        Assert.Equal(3, generator.Length);
        Assert.Equal(first, generator.Scores.ToArray());
    }

    [Fact]
    public void At_temperature_0_the_greatest_score_is_chosen()
    {
        NextToken network = new(seed: 5);
        int[] tokens = new int[9], sequence = [2, .. new int[8]];
        float[] outputs = new float[9 * 11];

        Assert.Equal(8, network.Generate([2], tokens.AsSpan(0, 8), new Sampling { Temperature = 0 }));

        for (int position = 0; position < 8; position++)
        {
            network.Predict(sequence, outputs);
            ReadOnlySpan<float> scores = outputs.AsSpan(position * 11, 11);
            Assert.Equal(scores.IndexOf(scores.ToArray().Max()), tokens[position]);
            sequence[position + 1] = tokens[position];
        }
    }

    [Fact]
    public void One_token_to_choose_from_is_the_greatest_score()
    {
        NextToken network = new(seed: 5);
        int[] greedy = new int[8], only = new int[8];
        network.Generate([2], greedy, new Sampling { Temperature = 0 });
        network.Generate([2], only, new Sampling { Temperature = 3, TopK = 1, Seed = 9 });

        Assert.Equal(greedy, only);
    }

    [Fact]
    public void A_seed_gives_the_same_tokens_each_time_and_another_seed_others()
    {
        int[] Written(int seed)
        {
            int[] tokens = new int[8];
            new NextToken(seed: 5).Generate([2], tokens, new Sampling { Seed = seed });
            return tokens;
        }

        Assert.Equal(Written(4), Written(4));
        Assert.True(Enumerable.Range(0, 10).Select(seed => string.Join(' ', Written(seed))).Distinct().Count() > 5);
    }

    [Theory]
    [InlineData(1f, null)]
    [InlineData(0.5f, 4)]
    [InlineData(2f, 10)]
    public void Tokens_come_as_often_as_their_scores_say(float temperature, int? topK)
    {
        const int Draws = 20_000;
        TokenGenerator<NextToken> generator =
            new NextToken(seed: 5).CreateGenerator(new Sampling { Temperature = temperature, TopK = topK, Seed = 1 });
        generator.Add(7);
        double[] scores = [.. generator.Scores.ToArray().Select(score => score / (double)temperature)];
        HashSet<int> among = [.. Enumerable.Range(0, 11).OrderByDescending(token => scores[token]).Take(topK ?? 11)];
        double sum = among.Sum(token => Math.Exp(scores[token]));
        int[] counts = new int[11];
        for (int draw = 0; draw < Draws; draw++)
            counts[generator.Choose()]++;

        for (int token = 0; token < 11; token++)
        {
            double share = among.Contains(token) ? Math.Exp(scores[token]) / sum : 0;
            Assert.InRange(counts[token], Draws * share - 5 * Math.Sqrt(Draws * share), Draws * share + 5 * Math.Sqrt(Draws * share));
        }
    }

    [Fact]
    public void A_token_may_end_a_sequence()
    {
        NextToken network = new(seed: 5);
        int[] all = new int[8], ended = new int[8];
        network.Generate([2], all, new Sampling { Seed = 1 });
        int last = all[4];

        int count = network.Generate([2], ended, new Sampling { Seed = 1 }, end: last);

        Assert.Equal(Array.IndexOf(all, last), count);
        Assert.Equal(all[..count], ended[..count]);
    }

    [Fact]
    public void A_sequence_ends_where_the_network_has_no_more_positions()
    {
        int[] tokens = new int[20];

        // The last of nine positions still has a token behind it.
        Assert.Equal(9, new NextToken(seed: 5).Generate([2], tokens));
        Assert.Equal(1, new NextToken(seed: 5).Generate([1, 2, 3, 4, 5, 6, 7, 8, 9], tokens));
    }

    [Fact]
    public void Nothing_is_allocated_for_a_token()
    {
        TokenGenerator<NextToken> generator = new NextToken(seed: 5).CreateGenerator(new Sampling { TopK = 5 });
        generator.Add(1);

        Assert.Equal(0, Allocations.FewestOf(() =>
        {
            generator.Clear();
            generator.Add(1);
            generator.Add(generator.Choose());
        }));
    }

    [Fact]
    public void What_is_wrong_is_named()
    {
        TokenGenerator<NextToken> generator = new NextToken().CreateGenerator();

        Assert.Equal(
            "Expected a sequence with a token, got an empty one: add a token first.",
            Assert.Throws<InvalidOperationException>(() => generator.Choose()).Message);
        Assert.StartsWith(
            "tokens: expected 0 to 10, got 11 at position 1 (counted from 0).",
            Assert.Throws<ArgumentOutOfRangeException>(() => generator.Add(3, 11)).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "tokens: expected at most 9, for a sequence of 9, got 10.",
            Assert.Throws<ArgumentException>(() => generator.Add(new int[10])).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "prompt: expected at least one token, got none.",
            Assert.Throws<ArgumentException>(() => new NextToken().Generate([], new int[3])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sampling { Temperature = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sampling { Temperature = float.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sampling { TopK = 0 });
        Assert.Equal(0, generator.Length);
    }

    [Fact]
    public void A_prompt_and_an_end_that_are_wrong_are_named()
    {
        Assert.StartsWith(
            "prompt: expected 0 to 10, got 99 at position 1 (counted from 0).",
            Assert.Throws<ArgumentOutOfRangeException>(() => new NextToken().Generate([1, 99], new int[3])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "prompt: expected at most 9, for a sequence of 9, got 10.",
            Assert.Throws<ArgumentException>(() => new NextToken().Generate(new int[10], new int[3])).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "end: expected 0 to 10, got 11.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new NextToken().Generate([1], new int[3], end: 11)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.1f)]
    [InlineData(1e-9f)]
    [InlineData(1f)]
    public void A_temperature_is_what_it_was_set_to(float temperature) =>
        Assert.Equal(temperature, new Sampling { Temperature = temperature }.Temperature);

    [Fact]
    public void By_default_the_temperature_is_1_and_all_tokens_are_there_to_choose_from() =>
        Assert.Equal((1f, null), (default(Sampling).Temperature, default(Sampling).TopK));

    [Fact]
    public void Of_equal_scores_the_first_are_among_the_greatest()
    {
        NextToken network = new(seed: 5);
        foreach (Parameter parameter in network.Parameters)
            parameter.CopyFrom(new float[parameter.Count]);
        TokenGenerator<NextToken> generator = network.CreateGenerator(new Sampling { TopK = 3 });
        generator.Add(1);

        Assert.All(Enumerable.Range(0, 100), _ => Assert.InRange(generator.Choose(), 0, 2));
    }

    [Fact]
    public void Scores_that_are_no_numbers_are_an_error()
    {
        NextToken network = new();
        network.Parameters["0.weight"].CopyFrom([.. Enumerable.Repeat(float.NaN, 66)]);

        Assert.Throws<InvalidOperationException>(() => network.Generate([1], new int[3]));
    }

    private static void AssertScores<TNetwork>(TNetwork network)
        where TNetwork : class, ICausalNetwork
    {
        TokenGenerator<TNetwork> generator = network.CreateGenerator(new Sampling { Seed = 2 });
        int[] sequence = new int[9];
        float[] outputs = new float[9 * 11];
        for (int position = 0; position < 9; position++)
        {
            generator.Add(sequence[position]);
            network.Predict(sequence, outputs);
            Assert.Equal(outputs.AsSpan(position * 11, 11).ToArray(), generator.Scores.ToArray());
            if (position < 8)
                sequence[position + 1] = generator.Choose();
        }
    }
}

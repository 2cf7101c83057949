using MicroGpt;
using NetGen;

return CommandLine.Create(Run).Parse(args).Invoke();

static void Run(Words words, int steps, int seed)
{
    Console.WriteLine($"{Gpt.Info.ParameterCount:N0} parameters learn from {words.All.Count:N0} words, one a step.");
    if (words.LeftOut > 0)
        Console.WriteLine($"{words.LeftOut:N0} more are left out, because they have other letters than a to z.");
    Console.WriteLine($"Guessing has a loss of {Math.Log(Gpt.Info.OutputWidth):F3}.\n");

    Gpt network = new(seed);
    Train(network, words, steps, seed);
    Write(network, words, seed);
}

// At every letter of a word: which one comes next?
static void Train(Gpt network, Words words, int steps, int seed)
{
    var trainer = network.CreateTrainer(
        new Adam(0.01f, beta1: 0.85, beta2: 0.99), Loss.SoftmaxCrossEntropy, batchSize: 1, schedule: Schedule.Linear(steps));

    int[] tokens = new int[Gpt.Info.InputLength];
    int[] next = new int[Gpt.Info.InputLength];
    Progress progress = new(steps);
    foreach (string word in words.InTurn(seed).Take(steps))
    {
        int length = Spelling.Spell(word, tokens, next);
        progress.Add(trainer.Step(new Inputs(tokens, [length]), next));
    }
}

// From the mark that begins a word, letter by letter, to the mark that ends it.
static void Write(Gpt network, Words words, int seed)
{
    int[] letters = new int[Gpt.Info.InputLength];
    HashSet<string> learnt = [.. words.All], made = [], known = [];
    for (int i = 0; i < 1000 && made.Count < 20; i++)
    {
        Sampling sampling = new() { Temperature = 0.5f, Seed = seed + i };
        int count = network.Generate([Spelling.Mark], letters, sampling, end: Spelling.Mark);
        string word = Spelling.Read(letters.AsSpan(0, count));
        if (count > 0)
            (learnt.Contains(word) ? known : made).Add(word);
    }

    Console.WriteLine($"\n{made.Count} new words:\n");
    foreach (string[] row in made.Chunk(5))
        Console.WriteLine(string.Concat(row.Select(static word => $"  {word,-14}")).TrimEnd());
    if (known.Count > 0)
        Console.WriteLine($"\nWritten as well, but not new: {string.Join(", ", known)}.");
}

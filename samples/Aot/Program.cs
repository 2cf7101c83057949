using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Aot;
using NetGen;

const int Rows = 64, Width = 64;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length > 2 || !int.TryParse(args.ElementAtOrDefault(1) ?? "2000", out int steps) || steps < 1)
{
    Console.Error.WriteLine("Usage: Aot [FILE] [STEPS]. FILE is what the network is saved to, STEPS a number from 1.");
    return 1;
}

string file = args.ElementAtOrDefault(0) ?? Path.Join(AppContext.BaseDirectory, "identity.safetensors");

long start = Stopwatch.GetTimestamp();
ResMlp network = new(seed: 42);
var trainer = network.CreateTrainer(new Adam(1e-3f), Loss.MeanSquaredError, Rows);
TimeSpan creation = Stopwatch.GetElapsedTime(start);

// The network learns to hand on what it gets.
Random random = new(1);
float[] batch = new float[Rows * Width];
float first = 0, last = 0;
TimeSpan firstStep = default, best = TimeSpan.MaxValue;
for (int step = 1; step <= steps; step++)
{
    foreach (ref float value in batch.AsSpan())
        value = random.NextSingle();

    start = Stopwatch.GetTimestamp();
    last = trainer.Step(batch, batch);
    TimeSpan time = Stopwatch.GetElapsedTime(start);
    if (step == 1)
        (first, firstStep) = (last, time);
    best = time < best ? time : best;
}

network.Save(file);
ResMlp loaded = new();
loaded.Load(file);
float[] expected = new float[batch.Length], outputs = new float[batch.Length];
network.Predict(batch, expected);
loaded.Predict(batch, outputs);
bool same = MemoryMarshal.AsBytes<float>(expected).SequenceEqual(MemoryMarshal.AsBytes<float>(outputs));

Console.WriteLine(
    $"""
    The loss fell from {first} to {last} in {steps:N0} steps.
    What was saved and loaded predicts {(same ? "the same" : "something else")}.

    network and trainer  {creation.TotalMilliseconds,8:F1} ms
    first step           {firstStep.TotalMilliseconds,8:F1} ms
    a step, at best      {best.TotalMicroseconds,8:F0} µs
    """);
return same ? 0 : 1;

using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Browser;

/// <summary>A plain and a residual network, which learn the same at the same time; what the worker calls.</summary>
[SupportedOSPlatform("browser")]
internal static partial class Training
{
    private static readonly SortedDictionary<int, Func<float, (Pupil Plain, Pupil Residual)>> pairs = new()
    {
        [2] = static scale => (Pupil.Of(new Plain2(seed: 1, initScale: scale)), Pupil.Of(new Residual2(seed: 1, initScale: scale))),
        [5] = static scale => (Pupil.Of(new Plain5(seed: 1, initScale: scale)), Pupil.Of(new Residual5(seed: 1, initScale: scale))),
        [10] = static scale => (Pupil.Of(new Plain10(seed: 1, initScale: scale)), Pupil.Of(new Residual10(seed: 1, initScale: scale))),
        [20] = static scale => (Pupil.Of(new Plain20(seed: 1, initScale: scale)), Pupil.Of(new Residual20(seed: 1, initScale: scale))),
        [40] = static scale => (Pupil.Of(new Plain40(seed: 1, initScale: scale)), Pupil.Of(new Residual40(seed: 1, initScale: scale))),
    };

    private static readonly float[] batch = new float[Pupil.Rows * Pupil.Width];
    private static (Pupil Plain, Pupil Residual) pair;
    private static Random random = new(1);

    /// <summary>The depths that there are networks of.</summary>
    [JSExport]
    public static int[] Depths() => [.. pairs.Keys];

    /// <summary>Starts anew.</summary>
    /// <param name="depth">One of <see cref="Depths"/>.</param>
    /// <param name="scale">The factor on Kaiming's weights.</param>
    [JSExport]
    public static void Start(int depth, double scale)
    {
        pair = pairs[depth]((float)scale);
        random = new Random(1);
        Draw();
    }

    /// <summary>Takes a step with either network, with vectors that are new to both.</summary>
    /// <returns>The losses before it: the plain network's, the residual one's.</returns>
    [JSExport]
    public static double[] Step()
    {
        Draw();
        return [pair.Plain.Step(batch), pair.Residual.Step(batch)];
    }

    /// <summary>The norm of the gradient that reaches each layer: the plain network's layers, then the residual one's.</summary>
    [JSExport]
    public static double[] Gradients() => [.. pair.Plain.Gradients(batch), .. pair.Residual.Gradients(batch)];

    private static void Draw()
    {
        foreach (ref float value in batch.AsSpan())
            value = 2 * random.NextSingle() - 1;
    }
}

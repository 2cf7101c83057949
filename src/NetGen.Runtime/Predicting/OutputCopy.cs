using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>Copies outputs out.</summary>
internal readonly ref struct OutputCopy(Span<float> outputs) : IPredictionSink
{
    private readonly Span<float> outputs = outputs;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(BatchSpan outputs, int start) =>
        outputs.CopyTo(this.outputs.Slice(start * outputs.Width, outputs.Rows * outputs.Width));
}

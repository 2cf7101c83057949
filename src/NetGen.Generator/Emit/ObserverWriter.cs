namespace NetGen.Generator;

/// <summary>
/// Writes what shows the values of the forward pass to a probe. The fused pass stores neither <c>z</c> nor <c>f(z)</c> where it can do without;
/// a probe gets them computed again, by the same chain of operations.
/// </summary>
internal sealed class ObserverWriter(CodeWriter code)
{
    /// <summary>The method that shows a layer's values.</summary>
    public static string NameFor(KernelCall call) =>
        "Observe" + (call.Kernel.Bias ? "" : "NoBias") + (FunctionOf(call)?.RuntimeType ?? "Linear");

    /// <summary>Writes a method for every kind of layer.</summary>
    public void Write(IEnumerable<KernelCall> forward)
    {
        bool first = true;
        foreach (IGrouping<string, KernelCall> kind in forward.GroupBy(NameFor).OrderBy(static kind => kind.Key, StringComparer.Ordinal))
        {
            KernelCall call = kind.First();
            (string bias, string pass) = call.Kernel.Bias ? ("nint bias, ", "bias, ") : ("", "");
            if (!first)
                code.Line();
            first = false;
            using (code.Open($"""
                private static void {kind.Key}<TProbe>(
                    ref TProbe probe, int layer, string name, int rows, int inputs, int outputs,
                    ref float p, nint weight, {bias}ref float a, nint x, nint observed, nint stream)
                    where TProbe : struct, IProbe
                """))
            {
                code.Line("ref float z = ref Unsafe.Add(ref a, observed);");
                code.Line($"Kernels.{call.Kernel.Unfused.Name}(rows, inputs, outputs, ref p, weight, {pass}ref a, x, observed);");
                code.Line("Observe.Rows(ref probe, Observation.PreActivation, layer, name, ref z, rows, outputs);");
                if (FunctionOf(call) is { RuntimeType: var function })
                    code.Line($"Elementwise.Apply<{function}>(ref z, rows, outputs);");
                code.Line("Observe.Rows(ref probe, Observation.Activation, layer, name, ref z, rows, outputs);");
                code.Line("Observe.Rows(ref probe, Observation.Stream, layer, name, ref Unsafe.Add(ref a, stream), rows, outputs);");
            }
        }
    }

    private static ActivationFunction? FunctionOf(KernelCall call) =>
        call.Kernel.Epilogue.OfType<EpilogueStep.Activate>().Select(static activate => activate.Function).FirstOrDefault();
}

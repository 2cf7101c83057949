namespace NetGen.Generator;

/// <summary>
/// Writes what shows the values of the forward pass to a probe. The fused pass stores neither <c>z</c> nor <c>f(z)</c> where it can do without;
/// a probe gets them computed again, by the same chain of operations.
/// </summary>
internal sealed class ObserverWriter(CodeWriter code)
{
    /// <summary>The method that shows a layer's values.</summary>
    public static string NameFor(KernelCall call) =>
        "Observe" + (call.Kernel.Product == Product.Linear ? "" : "Elementwise") + (call.Kernel.Bias || call.Weight is null ? "" : "NoBias")
        + (FunctionsOf(call).Any() ? string.Concat(FunctionsOf(call)) : "Linear");

    /// <summary>Writes a method for every kind of layer.</summary>
    public void Write(IEnumerable<KernelCall> forward)
    {
        bool first = true;
        foreach (IGrouping<string, KernelCall> kind in forward.GroupBy(NameFor).OrderBy(static kind => kind.Key, StringComparer.Ordinal))
        {
            if (!first)
                code.Line();
            first = false;
            if (kind.First().Kernel.Product == Product.Linear)
                WriteLinear(kind.Key, kind.First());
            else
                WriteElementwise(kind.Key, kind.First());
        }
    }

    private void WriteLinear(string name, KernelCall call)
    {
        (string bias, string pass) = call.Kernel.Bias ? ("nint bias, ", "bias, ") : ("", "");
        using (code.Open($"""
            private static void {name}<TProbe>(
                ref TProbe probe, int layer, string name, int rows, int inputs, int outputs,
                ref float p, nint weight, {bias}ref float a, nint x, nint observed, nint stream)
                where TProbe : struct, IProbe
            """))
            WriteBody($"rows, inputs, outputs, ref p, weight, {pass}ref a, x, observed", "outputs", call);
    }

    private void WriteElementwise(string name, KernelCall call)
    {
        using (code.Open($"""
            private static void {name}<TProbe>(
                ref TProbe probe, int layer, string name, int rows, int width, ref float a, nint from, nint observed, nint stream)
                where TProbe : struct, IProbe
            """))
            WriteBody("rows, width, ref a, from, observed", "width", call);
    }

    private void WriteBody(string arguments, string width, KernelCall call)
    {
        code.Line("ref float z = ref Unsafe.Add(ref a, observed);");
        code.Line($"Kernels.{call.Kernel.Unfused.Name}({arguments});");
        code.Line($"Observe.Rows(ref probe, Observation.PreActivation, layer, name, ref z, rows, {width});");
        foreach (string function in FunctionsOf(call))
            code.Line($"Elementwise.Apply<{function}>(ref z, rows, {width});");
        code.Line($"Observe.Rows(ref probe, Observation.Activation, layer, name, ref z, rows, {width});");
        code.Line($"Observe.Rows(ref probe, Observation.Stream, layer, name, ref Unsafe.Add(ref a, stream), rows, {width});");
    }

    // Those right behind the product; an activation of a sum belongs to the stream.
    private static IEnumerable<string> FunctionsOf(KernelCall call) =>
        call.Kernel.Epilogue.TakeWhile(static step => step is EpilogueStep.Activate or EpilogueStep.Store)
            .OfType<EpilogueStep.Activate>().Select(static activate => activate.Function.RuntimeType);
}

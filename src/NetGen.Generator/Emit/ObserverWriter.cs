namespace NetGen.Generator;

/// <summary>
/// Writes the methods that show a probe what a kernel's call leaves unstored: one for every kind of call. The pass calls it with the arguments of the
/// kernel, so that a layer takes one line.
/// </summary>
internal sealed class ObserverWriter(CodeWriter code)
{
    private readonly Dictionary<(Kernel Kernel, EquatableArray<ObservedValue> Values), string> names = [];

    /// <summary>The kernels that values are computed again with: the product with the steps to the first value, then the steps to the next.</summary>
    public static IEnumerable<Kernel> Kernels(KernelCall call, ObservedLayer layer) => Sections(call.Kernel, layer.Values).Select(static section => section.Kernel);

    /// <summary>Whether something of the layer must be computed again.</summary>
    public static bool Recomputes(ObservedLayer layer) => layer.Values.Any(static value => value.Step is not null);

    /// <summary>The method that shows a layer's values behind a call.</summary>
    public string NameFor(KernelCall call, ObservedLayer layer)
    {
        // Where a value is stored does not change the method, but where it is computed does.
        (Kernel, EquatableArray<ObservedValue>) key = (call.Kernel, layer.Values.Select(static value => value with { Value = -1 }).ToEquatableArray());
        if (!names.TryGetValue(key, out string? name))
        {
            int alike = names.Keys.Count(other => other.Kernel == call.Kernel);
            names.Add(key, name = $"Observe{call.Kernel.Name}{(alike == 0 ? "" : CodeWriter.Literal(alike + 1))}");
        }

        return name;
    }

    /// <summary>The name of the parameter that takes the offset of a stored value.</summary>
    public static string Stored(ObservedValue value) => char.ToLowerInvariant(value.Observation[0]) + value.Observation.Substring(1);

    /// <summary>Writes the methods whose names were asked for.</summary>
    public void Write()
    {
        foreach (KeyValuePair<(Kernel Kernel, EquatableArray<ObservedValue> Values), string> method in names.OrderBy(static pair => pair.Value, StringComparer.Ordinal))
        {
            if (method.Value != names.Values.OrderBy(static name => name, StringComparer.Ordinal).First())
                code.Line();
            Write(method.Value, method.Key.Kernel, method.Key.Values);
        }
    }

    private void Write(string name, Kernel kernel, EquatableArray<ObservedValue> values)
    {
        KernelSignature signature = new(kernel);
        string stored = string.Concat(values.Where(static value => value.Step is null).Select(static value => $", nint {Stored(value)}"));
        using (code.Open($"""
            private static void {name}<TProbe>(
                ref TProbe probe, int layer, string name, {signature.Parameters}, nint observed{stored})
                where TProbe : struct, IProbe
            """))
        {
            string width = kernel.Product == Product.Linear ? "outputs" : "width";
            Queue<Section> sections = new(Sections(kernel, values));
            int? last = null;
            foreach (ObservedValue value in values)
            {
                if (value.Step != last && value.Step is not null)
                {
                    Section section = sections.Dequeue();
                    string arguments = last is null ? signature.ProductArguments : KernelSignature.RowsArguments(section.Kernel, width);
                    code.Line($"Kernels.{section.Kernel.Name}({arguments}{string.Concat(section.Operands.Select(static operand => ", " + operand))}, to: observed);");
                    last = value.Step;
                }

                string place = value.Step is null ? Stored(value) : "observed";
                code.Line($"Observe.Rows(ref probe, Observation.{value.Observation}, layer, name, ref Unsafe.Add(ref a, {place}), rows, {width});");
            }
        }
    }

    private sealed record Section(Kernel Kernel, IReadOnlyList<string> Operands);

    private static IEnumerable<Section> Sections(Kernel kernel, EquatableArray<ObservedValue> values)
    {
        // The names that the kernel gives its operands, step by step.
        int operand = kernel.ProductOperands.Count;
        List<(EpilogueStep Step, string? Operand)> steps = [];
        foreach (EpilogueStep step in kernel.Epilogue)
        {
            string? name = step.Operand is null ? null : kernel.Operands[operand++].Name;
            if (step is not (EpilogueStep.Store or EpilogueStep.KeepInverse))
                steps.Add((step, step is EpilogueStep.Activate ? null : name));
        }

        int? done = null;
        foreach (int end in values.Select(static value => value.Step).OfType<int>().Distinct())
        {
            List<(EpilogueStep Step, string? Operand)> taken = steps.GetRange(done ?? 0, end - (done ?? 0));
            Kernel section = (done is null ? kernel : new Kernel(Product.Elementwise, Bias: false, default)).Only(taken.Select(static pair => pair.Step));
            IEnumerable<string> slots = section.Operands.Skip(section.ProductOperands.Count).Select(static slot => slot.Name);
            yield return new Section(section, [.. slots.Zip(taken.Select(static pair => pair.Operand).OfType<string>(), static (slot, name) => $"{slot}: {name}")]);
            done = end;
        }
    }
}

using NetGen.Generator.Kernels;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Emit;

/// <summary>
/// Writes the methods that show a probe what a kernel's call leaves unstored: one for every kind of computation, so that a layer takes
/// one call.
/// </summary>
internal sealed class ObserverWriter(CodeWriter code)
{
    private readonly Dictionary<string, Method> methods = [];

    /// <summary>
    /// The kernels that values are computed again with: the product with the steps to the first value, then the steps to the next.
    /// </summary>
    public static IEnumerable<Kernel> Kernels(KernelCall call, ObservedLayer layer) =>
        Sections(call.Kernel, layer.Values).Select(static section => section.Kernel);

    /// <summary>Whether something of the layer must be computed again.</summary>
    public static bool Recomputes(ObservedLayer layer) => layer.Values.Any(static value => value.Step is not null);

    /// <summary>The name of the parameter that takes the offset of a stored value.</summary>
    public static string Stored(ObservedValue value) => char.ToLowerInvariant(value.Observation[0]) + value.Observation.Substring(1);

    /// <summary>The method that shows a layer's values behind a call, and the operands of the kernel that it takes along.</summary>
    public (string Name, ICollection<string> Operands) MethodFor(KernelCall call, ObservedLayer layer)
    {
        Section[] sections = [.. Sections(call.Kernel, layer.Values)];
        // Equal kernels may show different values of what they compute.
        string shown = string.Concat(layer.Values.Select(static value => $" {value.Observation} {value.Step}"));
        string computed = string.Concat(sections.Select(static section => section.Kernel.Name + " " + string.Join(" ", section.Operands)));
        string key = (call.Kernel.ReadsParameters ? "p " : "") + computed + shown;
        if (!methods.TryGetValue(key, out Method? method))
        {
            string elementwise = new Elementwise().Name;
            string name = "Observe" + sections[0].Kernel.Name
                + string.Concat(sections.Skip(1).Select(section => section.Kernel.Name.Substring(elementwise.Length)));
            int alike = methods.Values.Count(other => other.BaseName == name);
            string number = alike == 0 ? "" : Numbers.Literal(alike + 1);
            methods.Add(key, method = new Method(name, name + number, call.Kernel, layer.Values, sections));
        }

        return (method.Name, method.Operands);
    }

    /// <summary>Writes the methods that were asked for.</summary>
    public void Write()
    {
        bool first = true;
        foreach (Method method in methods.Values.OrderBy(static method => method.Name, StringComparer.Ordinal))
        {
            if (!first)
                code.Line();
            first = false;
            Write(method);
        }
    }

    private void Write(Method method)
    {
        KernelSignature signature = new(method.Kernel);
        string stored = string.Concat(method.Values
            .Where(static value => value.Step is null)
            .Select(static value => $", nint {Stored(value)}"));
        using (code.Open($"""
            private static void {method.Name}<TProbe>(
                ref TProbe probe, int layer, string name, {signature.ParametersFor(method.Operands)}, nint observed{stored})
                where TProbe : struct, IProbe
            """))
        {
            string width = method.Kernel.Product.Columns, rows = method.Kernel.Product.ResultRows;
            Queue<Section> sections = new(method.Sections);
            int? last = null;
            foreach (ObservedValue value in method.Values)
            {
                if (value.Step != last && value.Step is not null)
                {
                    Section section = sections.Dequeue();
                    string arguments = last is null
                        ? new KernelSignature(section.Kernel).ProductArguments
                        : KernelSignature.RowsArguments(section.Kernel, rows, width);
                    string operands = string.Concat(section.Operands.Select(static operand => ", " + operand));
                    code.Line($"Kernels.{section.Kernel.Name}({arguments}{operands}, to: observed);");
                    last = value.Step;
                }

                string values = $"ref Unsafe.Add(ref a, {(value.Step is null ? Stored(value) : "observed")}), {rows}, {width}";
                code.Line($"Observe.Rows(ref probe, Observation.{value.Observation}, layer, name, {values});");
            }
        }
    }

    private static IEnumerable<Section> Sections(Kernel kernel, EquatableArray<ObservedValue> values)
    {
        List<(EpilogueStep Step, string Operand)> steps = [.. kernel.NamedSteps.Where(static named => named.Step.Computes)];
        int? done = null;
        foreach (int end in values.Select(static value => value.Step).OfType<int>().Distinct())
        {
            List<(EpilogueStep Step, string Operand)> taken = steps.GetRange(done ?? 0, end - (done ?? 0));
            Kernel section = Kernel.Of(done is null ? kernel.Product : new Elementwise(), taken.Select(static pair => pair.Step));
            string[] names =
                [.. taken.Where(static pair => pair.Step.WithoutKeeping.Operand is not null).Select(static pair => pair.Operand)];
            IEnumerable<string> slots = section.EpilogueOperands.Select(static slot => slot.Name);
            yield return new Section(section, names, [.. slots.Zip(names, static (slot, name) => $"{slot}: {name}")]);
            done = end;
        }
    }

    /// <param name="Kernel">What is run.</param>
    /// <param name="Taken">The operands of the whole kernel that it takes.</param>
    /// <param name="Operands">The arguments for them.</param>
    private sealed record Section(Kernel Kernel, string[] Taken, string[] Operands);

    private sealed record Method(string BaseName, string Name, Kernel Kernel, EquatableArray<ObservedValue> Values, Section[] Sections)
    {
        public HashSet<string> Operands { get; } =
        [
            .. Kernel.Product.Operands.Select(static slot => slot.Name),
            .. Sections.SelectMany(static section => section.Taken),
        ];
    }
}

using System.Globalization;
using NetGen.Generator.Graphs;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Emit;

/// <summary>
/// The parameters of a network as a table for people: name, shape, and where in the slab each starts, in floats. What repeats with a number
/// in its name, and lies at equal distances, shares a row: <c>layers.i.linear.weight</c> at <c>0 + 4,160 i</c>.
/// </summary>
internal static class ParameterTable
{
    public static IReadOnlyList<string> Render(Graph graph, ParameterPlan plan)
    {
        List<Row> rows = [.. plan.Slots.Select(slot => Row.Of((ParameterValue)graph[slot.Value].Operation, slot.Offset))];

        // Inner repetitions come first: inside a block they are alike in each repetition of the block.
        for (int segment = rows.Max(static row => row.Path.Length) - 1; segment >= 0; segment--)
            rows = MergeAlong(rows, segment);
        return AlignedText.Lines([["parameter", "shape", "offset", ""], .. rows.Select(static row => row.ToCells())], words: 4);
    }

    private static List<Row> MergeAlong(List<Row> rows, int segment)
    {
        List<Row> merged = [];
        Dictionary<string, int> latest = [];
        foreach (Row row in rows)
        {
            string alike = row.Without(segment);
            if (latest.TryGetValue(alike, out int before) && merged[before].TryExtend(segment, row) is { } longer)
            {
                merged[before] = longer;
            }
            else
            {
                latest[alike] = merged.Count;
                merged.Add(row);
            }
        }

        return merged;
    }

    /// <summary>A parameter, or several that differ by numbers in their names.</summary>
    /// <param name="Path">The segments of the first one's name.</param>
    /// <param name="Shape">The shape of each.</param>
    /// <param name="Offset">Where the first one starts.</param>
    /// <param name="Indices">The segments that count, the innermost first.</param>
    private sealed record Row(string[] Path, string Shape, int Offset, EquatableArray<Index> Indices)
    {
        public static Row Of(ParameterValue parameter, int offset) =>
            new(parameter.Path.Split('.'), ShapeOf(parameter), offset, default);

        /// <summary>What two rows have in common that differ by one segment and by where they start.</summary>
        public string Without(int segment) =>
            string.Join(".", Path.Select((part, at) => at == segment ? "" : part)) + Shape + string.Concat(Indices);

        /// <summary>This row and the next repetition as one, or null if the other row is not the next repetition.</summary>
        public Row? TryExtend(int segment, Row next)
        {
            if (segment >= Path.Length || !TryCount(Path[segment], out int first) || !TryCount(next.Path[segment], out int number))
                return null;
            bool isFirst = Indices.Count == next.Indices.Count;
            Index index = isFirst ? new Index(segment, first, Count: 1, next.Offset - Offset) : Indices[Indices.Count - 1];
            if (number != first + index.Count || next.Offset != Offset + index.Count * index.Stride)
                return null;
            IEnumerable<Index> inner = isFirst ? Indices : Indices.Take(Indices.Count - 1);
            return this with { Indices = inner.Append(index with { Count = index.Count + 1 }).ToEquatableArray() };
        }

        public string[] ToCells()
        {
            string[] path = [.. Path];
            string offset = Numbers.Grouped(Offset);
            List<string> ranges = [];
            foreach (Index index in Indices.Reverse())
            {
                string letter = ((char)('i' + ranges.Count)).ToString();
                path[index.Segment] = letter;
                string count = index.First == 0 ? letter : $"({letter} - {Numbers.Literal(index.First)})";
                offset += $" + {Numbers.Grouped(index.Stride)} {count}";
                ranges.Add($"{letter} = {Numbers.Literal(index.First)} .. {Numbers.Literal(index.First + index.Count - 1)}");
            }

            return [string.Join(".", path), Shape, offset, string.Join(", ", ranges)];
        }

        private static string ShapeOf(ParameterValue parameter) =>
            $"[{string.Join(", ", parameter.Shape.Dimensions.Select(static d => Numbers.Literal(d)))}]";

        private static bool TryCount(string segment, out int number) =>
            int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>
    /// A segment of a name that counts from <paramref name="First"/>, and the distance in floats from one count to the next.
    /// </summary>
    private readonly record struct Index(int Segment, int First, int Count, int Stride);
}

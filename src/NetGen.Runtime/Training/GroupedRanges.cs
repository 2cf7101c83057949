using System.IO.Enumeration;

namespace NetGen;

/// <summary>A part of the parameter slab, and the index of the group that it belongs to.</summary>
internal sealed record GroupedRange(int Start, int Length, int Group)
{
    /// <summary>The group of parameters that the network declares frozen.</summary>
    public const int DeclaredFrozen = -1;
}

/// <summary>
/// Which group each part of the parameter slab belongs to; parameters that no group matches belong to one more, the last. Neighbours of the same
/// group are one range: without groups there is a single one.
/// </summary>
internal sealed class GroupedRanges
{
    private readonly GroupedRange[] ranges;
    private readonly int[] starts;

    public GroupedRanges(NetworkInfo info, IReadOnlyList<ParameterGroup> groups)
    {
        RequireParameters(info, groups);
        List<GroupedRange> found = [];
        int start = 0, group = groups.Count;
        foreach (ParameterInfo parameter in info.Parameters.Sort(static (a, b) => a.Offset.CompareTo(b.Offset)))
        {
            int next = parameter.Frozen ? GroupedRange.DeclaredFrozen : First(groups, parameter);
            if (next != group && parameter.Offset > start)
            {
                found.Add(new GroupedRange(start, parameter.Offset - start, group));
                start = parameter.Offset;
            }

            group = next;
        }

        found.Add(new GroupedRange(start, info.Memory.Parameters - start, group));
        ranges = [.. found];
        starts = Array.ConvertAll(ranges, static range => range.Start);
    }

    /// <summary>All of the slab, in its order.</summary>
    public ReadOnlySpan<GroupedRange> All => ranges;

    /// <summary>The group of the parameter that lies there.</summary>
    public int GroupAt(int offset)
    {
        int index = Array.BinarySearch(starts, offset);
        return ranges[index < 0 ? ~index - 1 : index].Group;
    }

    private static void RequireParameters(NetworkInfo info, IReadOnlyList<ParameterGroup> groups)
    {
        for (int group = 0; group < groups.Count; group++)
        {
            ParameterGroup wanted = groups[group];
            if (!info.Parameters.Any(parameter => Matches(wanted, parameter)))
            {
                throw new ArgumentException(
                    $"{info.Name} has no parameter that matches \"{wanted.Pattern}\". It has {string.Join(", ", info.Parameters.Select(static parameter => parameter.Name))}.", nameof(groups));
            }

            if (info.Parameters.All(parameter => parameter.Frozen || !Matches(wanted, parameter)))
                throw new ArgumentException($"Every parameter of {info.Name} that matches \"{wanted.Pattern}\" is declared frozen.", nameof(groups));

            if (info.Parameters.All(parameter => First(groups, parameter) != group))
                throw new ArgumentException($"Every parameter of {info.Name} that matches \"{wanted.Pattern}\" belongs to a group before it.", nameof(groups));
        }
    }

    private static int First(IReadOnlyList<ParameterGroup> groups, ParameterInfo parameter)
    {
        int group = 0;
        while (group < groups.Count && !Matches(groups[group], parameter))
            group++;
        return group;
    }

    private static bool Matches(ParameterGroup group, ParameterInfo parameter) =>
        group.IsBlock
            ? parameter.Blocks.Contains(group.Pattern)
            : FileSystemName.MatchesSimpleExpression(group.Pattern, parameter.Name, ignoreCase: false)
            || FileSystemName.MatchesSimpleExpression(group.Pattern.TrimEnd('.') + ".*", parameter.Name, ignoreCase: false);
}

using System.Collections.Immutable;
using System.IO.Enumeration;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>A part of the parameter slab.</summary>
/// <param name="Start">Where it starts, in floats.</param>
/// <param name="Length">How many floats it has.</param>
/// <param name="Group">The index of the group that it belongs to.</param>
/// <param name="Whole">The parameter that it is, if that is updated whole; else null.</param>
internal sealed record GroupedRange(int Start, int Length, int Group, ParameterInfo? Whole = null)
{
    /// <summary>The group of parameters that the network declares frozen.</summary>
    public const int DeclaredFrozen = -1;
}

/// <summary>
/// Which group each part of the parameter slab belongs to; parameters that no group matches belong to one more, the last. A parameter that
/// is updated whole is a range of its own, and neighbours of the same group that are not are one range: without groups, there is a single
/// one.
/// </summary>
internal sealed class GroupedRanges
{
    private readonly GroupedRange[] ranges;
    private readonly int[] starts;

    /// <param name="info">The network.</param>
    /// <param name="groups">The groups.</param>
    /// <param name="takesWhole">Whether the optimizer takes parameters of a shape whole.</param>
    public GroupedRanges(NetworkInfo info, IReadOnlyList<ParameterGroup> groups, Predicate<ImmutableArray<int>> takesWhole)
    {
        RequireParameters(info, groups);
        List<GroupedRange> found = [];
        foreach (ParameterInfo parameter in info.Parameters.Sort(static (a, b) => a.Offset.CompareTo(b.Offset)))
        {
            int group = parameter.Frozen ? GroupedRange.DeclaredFrozen : First(groups, parameter);
            bool elementwise = group == GroupedRange.DeclaredFrozen || group < groups.Count && groups[group].Elementwise;
            ParameterInfo? whole = !elementwise && takesWhole(parameter.Shape) ? parameter : null;
            GroupedRange range = new(parameter.Offset, Layout.Length(parameter.Shape.AsSpan()), group, whole);
            if (whole is null && found is [.., { Whole: null } last] && last.Group == group)
                found[^1] = last with { Length = range.Start + range.Length - last.Start };
            else
                found.Add(range);
        }

        ranges = [.. found];
        starts = Array.ConvertAll(ranges, static range => range.Start);
    }

    /// <summary>All ranges, in the order of the slab.</summary>
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
                    $"{info.Name} has no parameter that matches \"{wanted.Pattern}\". "
                    + $"It has {string.Join(", ", info.Parameters.Select(static parameter => parameter.Name))}.",
                    nameof(groups));
            }

            if (info.Parameters.All(parameter => parameter.Frozen || !Matches(wanted, parameter)))
            {
                throw new ArgumentException(
                    $"Every parameter of {info.Name} that matches \"{wanted.Pattern}\" is declared frozen.", nameof(groups));
            }

            if (info.Parameters.All(parameter => First(groups, parameter) != group))
            {
                throw new ArgumentException(
                    $"Every parameter of {info.Name} that matches \"{wanted.Pattern}\" belongs to a group before it.", nameof(groups));
            }
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

namespace NetGen.Runtime.Tests;

/// <summary>A wrong use of the public surface, and the exception that names the mistake.</summary>
/// <param name="Member">Type and member, such as <c>Trainer.Save</c>; constructors by their type alone.</param>
/// <param name="Argument">The argument that is wrong; null where it is no argument.</param>
/// <param name="Given">What is wrong with it.</param>
/// <param name="Exception">The type of the exception, not of one derived from it.</param>
/// <param name="Call">The use.</param>
internal sealed record HostileCase(string Member, string? Argument, string Given, Type Exception, Action Call)
{
    public static HostileCase Null(string member, string argument, Action call) =>
        new(member, argument, "null", typeof(ArgumentNullException), call);

    public static HostileCase Wrong(string member, string argument, string given, Action call) =>
        new(member, argument, given, typeof(ArgumentException), call);

    public static HostileCase OutOfRange(string member, string argument, string given, Action call) =>
        new(member, argument, given, typeof(ArgumentOutOfRangeException), call);

    public static HostileCase State(string member, string given, Action call) =>
        new(member, null, given, typeof(InvalidOperationException), call);

    public static HostileCase Missing(string member, string given, Action call) =>
        new(member, null, given, typeof(KeyNotFoundException), call);

    public override string ToString() => $"{Member}({Argument}): {Given}";
}

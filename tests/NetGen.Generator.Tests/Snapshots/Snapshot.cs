using System.Reflection;

namespace NetGen.Generator.Tests;

/// <summary>
/// Holds generated text against the file that was verified. A difference leaves <c>NAME.received.cs</c> beside <c>NAME.verified.cs</c>:
/// compare them, and move the one over the other if the change was meant.
/// </summary>
internal static class Snapshot
{
    private static readonly string Folder = Path.Combine(
        typeof(Snapshot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static data => data.Key == "ProjectDirectory").Value!,
        "Snapshots");

    public static void Verify(string name, string text)
    {
        string verified = Path.Combine(Folder, name + ".verified.cs");
        string received = Path.Combine(Folder, name + ".received.cs");
        File.Delete(received);
        string expected = File.Exists(verified) ? File.ReadAllText(verified) : "";
        if (text == expected)
            return;
        File.WriteAllText(received, text);
        Assert.Fail($"{received} differs from {verified}, first at line "
            + $"{1 + text.Split('\n').Zip(expected.Split('\n')).TakeWhile(static pair => pair.First == pair.Second).Count()}.");
    }
}

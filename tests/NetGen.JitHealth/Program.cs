// Compiles every generated method of an assembly just in time, as a trainer would have it compiled. Prints how many there are, how near the
// most demanding comes to each limit, indented, and then what keeps a method from being fast, a line for each finding.

using System.Reflection;
using System.Runtime.Loader;
using NetGen.JitHealth;

Assembly assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.GetFullPath(args[0]));
using JitEvents events = new();
List<Examination> examinations = [.. events.Compile(GeneratedMethods.Of(assembly)).Select(static method => new Examination(method))];
int networks = examinations.Count(static examination => examination.Method.Method.Name == nameof(NetGen.INetwork.Infer));
Console.WriteLine(
    FormattableString.Invariant($"{networks} networks, {examinations.Count} methods, vectors of {GeneratedMethods.VectorWidth} bits"));
foreach (Limit limit in Limit.All)
{
    Examination most = examinations.MaxBy(limit.Of)!;
    Console.WriteLine(FormattableString.Invariant($"  {limit.Name}: {limit.Of(most)} of {limit.Most} in {most.Method.Name}"));
}

foreach (Examination examination in examinations)
{
    foreach (string finding in examination.Findings)
        Console.WriteLine($"{examination.Method.Name} {finding}");
}

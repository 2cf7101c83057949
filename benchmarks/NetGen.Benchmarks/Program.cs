using BenchmarkDotNet.Running;
using NetGen.Benchmarks;
using NetGen.Benchmarks.CompileTime;
using NetGen.Benchmarks.FreshProcess;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Threads;

switch (args)
{
    case ["compile-time"]:
        CompileTimeTable.Print();
        break;
    case ["first-step"]:
        FirstStep.Print();
        break;
    case ["first-step", string name]:
        FirstStep.Measure(name);
        break;
    case ["memory"]:
        WorkingSet.Print();
        break;
    case ["memory", string name]:
        WorkingSet.Measure(name);
        break;
    case ["threads"]:
        ThreadScaling.Print();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ResMlp).Assembly).Run(args, new QuickConfig());
        break;
}

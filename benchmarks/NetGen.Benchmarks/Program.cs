using BenchmarkDotNet.Running;
using NetGen.Benchmarks;
using NetGen.Benchmarks.CompileTime;
using NetGen.Benchmarks.Measuring;

if (args is ["compile-time"])
    CompileTimeTable.Print();
else
    BenchmarkSwitcher.FromAssembly(typeof(ResMlp).Assembly).Run(args, new QuickConfig());

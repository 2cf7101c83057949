using BenchmarkDotNet.Running;
using NetGen.Benchmarks;
using NetGen.Benchmarks.CompileTime;

if (args is ["compile-time"])
    CompileTimeTable.Print();
else
    BenchmarkSwitcher.FromAssembly(typeof(ResMlp).Assembly).Run(args);

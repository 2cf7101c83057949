using BenchmarkDotNet.Running;
using NetGen.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(ResMlp).Assembly).Run(args);

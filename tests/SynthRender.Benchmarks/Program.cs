using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/SynthRender.Benchmarks -- --filter '*Masks*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);

using SynthRender.DeviceTests;
using Xunit.Sdk;
using Xunit.v3;

// One process, one test at a time: a validation message then belongs to the test that runs.
[assembly: Parallelization(Mode = ParallelMode.None)]
[assembly: AssemblyFixture(typeof(ValidatedDevice))]
[assembly: FailOnValidationMessage]

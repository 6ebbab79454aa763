using System.Reflection;
using Xunit.v3;

namespace SynthRender.DeviceTests;

/// <summary>Fails every test of the assembly that leaves a validation message behind.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class FailOnValidationMessageAttribute : BeforeAfterTestAttribute
{
    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => ValidationLog.Take();

    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Check();

    public static void Check()
    {
        IReadOnlyList<string> messages = ValidationLog.Take();
        if (messages.Count != 0)
            Assert.Fail($"{messages.Count} validation messages:\n{string.Join("\n", messages)}");
    }
}

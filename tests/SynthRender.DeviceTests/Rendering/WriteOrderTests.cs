using System.Numerics;
using SynthRender.Cameras;
using SynthRender.DeviceTests.Oracle;
using SynthRender.Environments;
using SynthRender.Frames;
using SynthRender.Gpu.Vulkan;
using SynthRender.Materials;
using SynthRender.Rendering;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>
/// The renderer on a device layer that leaves buffers to the caller, as Veldrid does: on a device with Veldrid's barriers for buffers
/// and no others, synchronization validation has nothing to say, and the pixels are the same.
/// </summary>
public sealed class WriteOrderTests(ValidatedDevice device) : RenderingTest(device)
{
    public static TheoryData<string> Scenes => ["skinned", "morphed", "environment", "procedural"];

    [Theory]
    [MemberData(nameof(Scenes))]
    public void WhereBuffersAreLeftToTheCaller_TheRendererWaits(string scene)
    {
        var snapshots = Snapshots(scene);
        var expected = snapshots.Select(snapshot => Bytes(Renderer, snapshot)).ToList();
        using var unordered = OpenUnordered();
        using var waiting = new FrameRenderer(unordered, Options with { OrdersWrites = false });
        Assert.Equal(expected, snapshots.Select(snapshot => Bytes(waiting, snapshot)));
        Assert.Empty(ValidationLog.Take());
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public void WithoutWaiting_ValidationFindsTheHazards(string scene)
    {
        using (var unordered = OpenUnordered())
        using (var careless = new FrameRenderer(unordered, Options))
            foreach (var snapshot in Snapshots(scene)) careless.Render(snapshot).Dispose();
        Assert.Contains(ValidationLog.Take(), message => message.Contains("SYNC-HAZARD", StringComparison.Ordinal));
    }

    /// <summary>Frames in flight share the buffer of the pictures' constants; each has a part of its own.</summary>
    [Fact]
    public void FramesInFlight_KeepTheirExposure()
    {
        FrameSnapshot[] snapshots = [Exposed(0.5f), Exposed(2)];
        var expected = snapshots.Select(snapshot => Bytes(Renderer, snapshot)).ToList();
        Assert.NotEqual(expected[0], expected[1]);
        var pending = snapshots.Select(Renderer.Submit).ToList();
        Assert.Equal(expected, pending.Select(Bytes));

        FrameSnapshot Exposed(float radiance)
        {
            NewScene();
            Add(Quad(Glow(new Vector3(0.25f))));
            Lens = new Lens(32, 24, 0.5f) { Exposure = radiance };
            return Snapshot();
        }
    }

    private static GraphicsDevice OpenUnordered()
    {
        var device = VkDevices.List().First(each => each.Kind == VkDeviceKind.Cpu);
        return VkDevices.Open(new VkDeviceSetup
        {
            Index = device.Index,
            Options = new GraphicsDeviceOptions(true, null, false, ResourceBindingModel.Improved, true, true),
            OnMessage = ValidationLog.Add,
            OrdersBuffers = false,
        });
    }

    private FrameSnapshot[] Snapshots(string scene) => scene switch
    {
        "environment" => [Under(0.2f), Under(1)],
        "procedural" => [Covered(new MarbleTexture()), Covered(new WoodTexture())],
        _ => [OracleScenes.All[scene](1), OracleScenes.All[scene](2)],
    };

    private FrameSnapshot Under(float elevation)
    {
        NewScene();
        Scene.Surroundings = new SkyEnvironment { SunElevation = elevation };
        Add(Quad(Diffuse(0.5f)));
        return Snapshot();
    }

    private FrameSnapshot Covered(ProceduralTexture texture)
    {
        NewScene();
        Add(Quad((Diffuse(1) with { Unlit = true }).Covered(texture)));
        return Snapshot();
    }

    private byte[] Bytes(PendingFrame pending)
    {
        using var frame = Renderer.Collect(pending);
        return frame.Color.ToArray();
    }

    private static byte[] Bytes(FrameRenderer renderer, FrameSnapshot snapshot)
    {
        using var frame = renderer.Render(snapshot);
        return frame.Color.ToArray();
    }
}

using System.Diagnostics;
using SynthRender.Assets;
using SynthRender.Farm.Pipeline;
using SynthRender.Rendering;
using SynthRender.Rendering.Devices;
using SynthRender.Scenarios;

namespace SynthRender.DeviceTests.Farm;

public sealed class MemoryTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Memory_does_not_grow_between_frame_100_and_frame_2000(bool everything)
    {
        var folder = Directory.CreateTempSubdirectory("synthrender-memory-").FullName;
        try
        {
            // Without validation layers, which keep books of their own.
            // The pool of made textures is small enough to be full by frame 100.
            using var lane = RenderLane.Open(
                new RenderDeviceOptions { Selector = "cpu", CpuDriverThreads = 0 }, framesInFlight: 1,
                new FrameRendererOptions { ProceduralTextures = 4, ProceduralTextureSize = 64 });
            var run = ScenarioRun.Start(everything ? new EverythingScenario() : new FarmScenario(), new ScenarioSettings { Assets = new AssetLibrary([folder]), Seed = 1 });
            long at100 = 0, at2000 = 0;
            var index = 0;
            foreach (var frame in lane.Draw(Enumerable.Range(0, 2001).SelectMany(run.Sample), new StageClock()))
            {
                foreach (var labeler in frame.Snapshot.Labelers) labeler.Label(frame);
                frame.Dispose();
                if (index == 100) at100 = ResidentBytes();
                if (index == 2000) at2000 = ResidentBytes();
                index++;
            }

            // Frames with everything on differ more: what the caches hold of pipelines and pools grows for longer. A leak of one such
            // frame's pixels (36 KiB) would be 70 MB. A leak of one 96×64 frame's pixels, ids and depth (72 KiB) per frame would be 137 MB; the heap's own ups and downs are
            // a few MB.
            Assert.InRange(at2000 - at100, long.MinValue, 24L << 20);
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}

using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>Morphs and skins, once a frame: the shadow, geometry and blend passes all read the result.</summary>
internal sealed class DeformPass : IDisposable
{
    private const uint GroupSize = 64;
    private readonly ResourceLayout _sourceLayout;
    private readonly Pipeline _pipeline;

    internal DeformPass(GraphicsDevice device, ShaderLibrary shaders, PassLayouts layouts)
    {
        _sourceLayout = device.ResourceFactory.CreateResourceLayout(new ResourceLayoutDescription(
            new ResourceLayoutElementDescription("Source", ResourceKind.StructuredBufferReadOnly, ShaderStages.Compute)));
        _pipeline = device.ResourceFactory.CreateComputePipeline(new ComputePipelineDescription(
            shaders.Get("deform.comp"), [layouts.Deform, _sourceLayout], GroupSize, 1, 1));
        _pipeline.Name = "deform";
    }

    internal void Record(FrameSlot slot)
    {
        if (slot.Deformations.IsEmpty) return;
        slot.Commands.SetPipeline(_pipeline);
        slot.Deformations.Dispatch(slot.Commands, _sourceLayout, GroupSize);
        slot.Settle();
        slot.Deformations.Copy(slot.Commands);
    }

    public void Dispose()
    {
        _pipeline.Dispose();
        _sourceLayout.Dispose();
    }
}

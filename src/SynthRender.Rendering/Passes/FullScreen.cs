using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>Passes that run a fragment shader once for each pixel.</summary>
internal static class FullScreen
{
    internal static Pipeline Pipeline(
        GraphicsDevice device, ShaderLibrary shaders, string fragment, OutputDescription outputs, ResourceLayout[] layouts,
        params SpecializationConstant[] constants) =>
        Pipeline(device, shaders, fragment, outputs, layouts, DepthStencilStateDescription.Disabled, constants);

    /// <summary>A pipeline for the pixels that pass a depth test. The depth of the triangle is 0, as it is in a buffer where nothing was drawn.</summary>
    internal static Pipeline Pipeline(
        GraphicsDevice device, ShaderLibrary shaders, string fragment, OutputDescription outputs, ResourceLayout[] layouts,
        DepthStencilStateDescription depth, params SpecializationConstant[] constants)
    {
        var pipeline = device.ResourceFactory.CreateGraphicsPipeline(new GraphicsPipelineDescription(
            Unblended(outputs.ColorAttachments.Length),
            depth,
            RasterizerStateDescription.CullNone,
            PrimitiveTopology.TriangleList,
            new ShaderSetDescription([], [shaders.Get("fullscreen.vert"), shaders.Get(fragment)], constants),
            layouts,
            outputs));
        pipeline.Name = fragment;
        return pipeline;
    }

    private static BlendStateDescription Unblended(int targets)
    {
        var attachments = new BlendAttachmentDescription[targets];
        Array.Fill(attachments, BlendAttachmentDescription.Disabled);
        return new BlendStateDescription(default, attachments);
    }
}

namespace SynthRender.Rendering.Pipelines;

/// <summary>The resource layouts that passes share.</summary>
internal sealed class PassLayouts : IDisposable
{
    internal PassLayouts(ResourceFactory factory, ResourceLayout material, ResourceLayout layeredMaterial, ResourceLayout picture)
    {
        (Material, LayeredMaterial, Picture) = (material, layeredMaterial, picture);
        LayeredDraw = factory.CreateResourceLayout(new ResourceLayoutDescription(
        [
            new("Draw", ResourceKind.UniformBuffer, ShaderStages.Vertex | ShaderStages.Fragment, ResourceLayoutElementOptions.DynamicBinding),
            new("Layer", ResourceKind.UniformBuffer, ShaderStages.Fragment, ResourceLayoutElementOptions.DynamicBinding),
        ]));
        Peel = factory.CreateResourceLayout(new ResourceLayoutDescription(
        [
            new("drawnDepth", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new("pointSampler", ResourceKind.Sampler, ShaderStages.Fragment),
        ]));
        Behind = factory.CreateResourceLayout(new ResourceLayoutDescription(
        [
            new("radianceBehind", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new("behindSampler", ResourceKind.Sampler, ShaderStages.Fragment),
            new("decalColor", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new("decalFactors", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new("decalTilt", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
        ]));
        Draw = factory.CreateResourceLayout(new ResourceLayoutDescription(
            [new("Draw", ResourceKind.UniformBuffer, ShaderStages.Vertex | ShaderStages.Fragment, ResourceLayoutElementOptions.DynamicBinding)]));
        Deform = factory.CreateResourceLayout(new ResourceLayoutDescription(
        [
            new("Deform", ResourceKind.UniformBuffer, ShaderStages.Compute, ResourceLayoutElementOptions.DynamicBinding),
            new("Parameters", ResourceKind.StructuredBufferReadOnly, ShaderStages.Compute),
            new("Shape", ResourceKind.StructuredBufferReadWrite, ShaderStages.Compute),
        ]));
        Frame = factory.CreateResourceLayout(new ResourceLayoutDescription(
        [
            new("Frame", ResourceKind.UniformBuffer, ShaderStages.Fragment),
            new("shadowMaps", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new("shadowSampler", ResourceKind.Sampler, ShaderStages.Fragment),
            new("specularAlbedo", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new("specularAlbedoSampler", ResourceKind.Sampler, ShaderStages.Fragment),
            new("transformedCosines", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new("shadowDepthSampler", ResourceKind.Sampler, ShaderStages.Fragment),
            new("EnvironmentLight", ResourceKind.UniformBuffer, ShaderStages.Fragment),
            new("environmentMap", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new("environmentSampler", ResourceKind.Sampler, ShaderStages.Fragment),
        ]));
        Environment = factory.CreateResourceLayout(new ResourceLayoutDescription(
        [
            new("Frame", ResourceKind.UniformBuffer, ShaderStages.Fragment),
            new("environmentImage", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new("environmentImageSampler", ResourceKind.Sampler, ShaderStages.Fragment),
        ]));
        Lighting = factory.CreateResourceLayout(new ResourceLayoutDescription(
        [
            new("depthTexture", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new("surfaceTexture", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new("pointSampler", ResourceKind.Sampler, ShaderStages.Fragment),
            new("occlusionTexture", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new("decalColor", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new("decalFactors", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new("decalTilt", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
        ]));
        Decal = factory.CreateResourceLayout(new ResourceLayoutDescription(
        [
            new("depthTexture", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new("surfaceTexture", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new("ownerTexture", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new("pointSampler", ResourceKind.Sampler, ShaderStages.Fragment),
        ]));
    }

    /// <summary>One draw record, by dynamic offset.</summary>
    internal ResourceLayout Draw { get; }

    /// <summary>One deform record, by dynamic offset; its parameters and result.</summary>
    internal ResourceLayout Deform { get; }

    /// <summary>A material's textures; owned by the material bindings.</summary>
    internal ResourceLayout Material { get; }

    /// <summary>One draw record and one record of layers, by two dynamic offsets.</summary>
    internal ResourceLayout LayeredDraw { get; }

    /// <summary>A layered material's textures; owned by the material bindings.</summary>
    internal ResourceLayout LayeredMaterial { get; }

    /// <summary>A background picture; owned by the material bindings.</summary>
    internal ResourceLayout Picture { get; }

    /// <summary>The picture behind what lets light through, and the decals on what does not.</summary>
    internal ResourceLayout Behind { get; }

    /// <summary>The depth that a layer of blended surfaces must be in front of.</summary>
    internal ResourceLayout Peel { get; }

    /// <summary>Frame constants, shadow maps, tables, the environment's light.</summary>
    internal ResourceLayout Frame { get; }

    /// <summary>What the passes that make an environment's map and background read: constants, and an image.</summary>
    internal ResourceLayout Environment { get; }

    /// <summary>What the lighting pass and those for ambient occlusion read.</summary>
    internal ResourceLayout Lighting { get; }

    /// <summary>What the decal pass reads of the surfaces.</summary>
    internal ResourceLayout Decal { get; }

    public void Dispose()
    {
        Decal.Dispose();
        Draw.Dispose();
        LayeredDraw.Dispose();
        Behind.Dispose();
        Peel.Dispose();
        Deform.Dispose();
        Frame.Dispose();
        Environment.Dispose();
        Lighting.Dispose();
    }
}

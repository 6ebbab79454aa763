using SynthRender.Rendering.Drawing;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Geometry;
using SynthRender.Rendering.Lighting;

namespace SynthRender.Rendering.Pipelines;

/// <summary>Pipelines of the passes that draw surfaces, one for each look, made on first use.</summary>
internal sealed class SurfacePipelines(GraphicsDevice device, ShaderLibrary shaders, PassLayouts layouts) : IDisposable
{
    private static readonly VertexLayoutDescription Positions =
        new(AssetGeometry.PositionStride, Element("inPosition", VertexElementFormat.Float3));

    private static readonly VertexLayoutDescription Frames =
        new(AssetGeometry.FrameStride, Element("inFrame", VertexElementFormat.Short4_Norm));

    private static readonly VertexLayoutDescription Uvs =
        new(AssetGeometry.UvStride, Element("inUv0", VertexElementFormat.Float2));

    private static readonly VertexLayoutDescription Extras = new(
        AssetGeometry.ExtraStride, Element("inUv1", VertexElementFormat.Float2), Element("inColor", VertexElementFormat.Float4));

    private readonly Dictionary<(SurfacePass Pass, SurfaceLook Look, LightGroups Lights), Pipeline> _pipelines = [];

    /// <summary>The vertex streams that a pass reads of a look.</summary>
    internal static VertexStreams Streams(SurfacePass pass, SurfaceLook look) => pass == SurfacePass.Shadow && !IsCutout(look)
        ? VertexStreams.Positions
        : (look & SurfaceLook.ExtraVertexData) != 0 ? VertexStreams.Extra
        : (look & SurfaceLook.AnyTexture) != 0 ? VertexStreams.Textured
        : VertexStreams.Plain;

    /// <summary>Whether the shadow has holes.</summary>
    internal static bool IsCutout(SurfaceLook look) =>
        (look & SurfaceLook.Masked) != 0 && (look & (SurfaceLook.BaseColorTexture | SurfaceLook.ExtraVertexData)) != 0;

    /// <summary>A pipeline of a pass for a look; of the pass that shades also for the lights of the frame.</summary>
    internal Pipeline Get(SurfacePass pass, SurfaceLook look, LightGroups lights)
    {
        if (_pipelines.TryGetValue((pass, look, lights), out var pipeline)) return pipeline;
        pipeline = Create(pass, look, lights);
        pipeline.Name = $"{pass} {look}";
        _pipelines.Add((pass, look, lights), pipeline);
        return pipeline;
    }

    public void Dispose()
    {
        foreach (var pipeline in _pipelines.Values) pipeline.Dispose();
        _pipelines.Clear();
    }

    private static VertexElementDescription Element(string name, VertexElementFormat format) =>
        new(name, VertexElementSemantic.TextureCoordinate, format);

    private Pipeline Create(SurfacePass pass, SurfaceLook look, LightGroups lights)
    {
        var streams = Streams(pass, look);
        var description = new GraphicsPipelineDescription(
            Blending(pass),
            DepthTest(pass),
            new RasterizerStateDescription(
                (look & (SurfaceLook.DoubleSided | SurfaceLook.Lines | SurfaceLook.Points)) != 0 || pass == SurfacePass.Shadow
                    ? FaceCullMode.None
                    : FaceCullMode.Back,
                PolygonFillMode.Solid,
                (look & SurfaceLook.Mirrored) != 0 ? FrontFace.Clockwise : FrontFace.CounterClockwise,
                depthClipEnabled: true,
                scissorTestEnabled: false),
            Topology(look),
            new ShaderSetDescription(VertexLayouts(streams), Stages(pass, look, streams), Constants(pass, look, lights)),
            Layouts(pass, streams),
            Outputs(pass));
        return device.ResourceFactory.CreateGraphicsPipeline(description);
    }

    private static VertexLayoutDescription[] VertexLayouts(VertexStreams streams) => streams switch
    {
        VertexStreams.Positions => [Positions],
        VertexStreams.Plain => [Positions, Frames],
        VertexStreams.Textured => [Positions, Frames, Uvs],
        _ => [Positions, Frames, Uvs, Extras],
    };

    private Shader[] Stages(SurfacePass pass, SurfaceLook look, VertexStreams streams)
    {
        var suffix = streams switch
        {
            VertexStreams.Extra => "extra",
            VertexStreams.Textured => "textured",
            _ => "plain",
        };
        return pass switch
        {
            SurfacePass.Geometry => [shaders.Get($"surface_{suffix}.vert"), shaders.Get($"geometry_{suffix}.frag")],
            SurfacePass.Blend => [shaders.Get($"surface_{suffix}.vert"), shaders.Get($"blend_{suffix}.frag")],
            SurfacePass.BlendIds => [shaders.Get($"surface_{suffix}.vert"), shaders.Get($"blend_ids_{suffix}.frag")],
            SurfacePass.Shadow when IsCutout(look) => [shaders.Get($"surface_{suffix}.vert"), shaders.Get($"cutout_{suffix}.frag")],
            _ => [shaders.Get("shadow_opaque.vert")],
        };
    }

    private static SpecializationConstant[] Constants(SurfacePass pass, SurfaceLook look, LightGroups lights) =>
    [
        new(0, (look & SurfaceLook.BaseColorTexture) != 0),
        new(1, (look & SurfaceLook.NormalTexture) != 0),
        new(2, (look & SurfaceLook.MetallicRoughnessTexture) != 0),
        new(3, (look & SurfaceLook.OcclusionTexture) != 0),
        new(4, (look & SurfaceLook.EmissiveTexture) != 0),
        new(5, (look & SurfaceLook.Masked) != 0),
        .. pass == SurfacePass.Blend ? (ReadOnlySpan<SpecializationConstant>)[new(16, (uint)lights)] : [],
    ];

    private ResourceLayout[] Layouts(SurfacePass pass, VertexStreams streams) => (pass, streams) switch
    {
        (SurfacePass.Blend, _) => [layouts.Draw, layouts.Material, layouts.Frame],
        (_, VertexStreams.Positions or VertexStreams.Plain) => [layouts.Draw],
        _ => [layouts.Draw, layouts.Material],
    };

    private static OutputDescription Outputs(SurfacePass pass) => pass switch
    {
        SurfacePass.Geometry => Targets.GeometryOutputs,
        SurfacePass.Blend => Targets.BlendOutputs,
        SurfacePass.BlendIds => Targets.BlendIdOutputs,
        _ => Targets.ShadowOutputs,
    };

    private static BlendStateDescription Blending(SurfacePass pass) => pass switch
    {
        SurfacePass.Geometry => new BlendStateDescription(
            default, BlendAttachmentDescription.Disabled, BlendAttachmentDescription.Disabled, BlendAttachmentDescription.Disabled),
        SurfacePass.Blend => BlendStateDescription.SingleAlphaBlend,
        SurfacePass.BlendIds => new BlendStateDescription(
            default, BlendAttachmentDescription.Disabled, BlendAttachmentDescription.Disabled),
        _ => BlendStateDescription.Empty,
    };

    private static DepthStencilStateDescription DepthTest(SurfacePass pass) => pass switch
    {
        // Reversed depth: the nearer surface has the greater value.
        SurfacePass.Geometry or SurfacePass.BlendIds => new DepthStencilStateDescription(true, true, ComparisonKind.Greater),
        SurfacePass.Blend => new DepthStencilStateDescription(true, false, ComparisonKind.Greater),
        _ => new DepthStencilStateDescription(true, true, ComparisonKind.Less),
    };

    private static PrimitiveTopology Topology(SurfaceLook look) =>
        (look & SurfaceLook.Lines) != 0 ? PrimitiveTopology.LineList
        : (look & SurfaceLook.Points) != 0 ? PrimitiveTopology.PointList
        : PrimitiveTopology.TriangleList;
}

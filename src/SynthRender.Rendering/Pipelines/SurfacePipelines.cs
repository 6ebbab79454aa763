using SynthRender.Rendering.Decals;
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
    internal static VertexStreams Streams(SurfacePass pass, SurfaceLook look) => pass is SurfacePass.Peel or SurfacePass.Owner || (pass == SurfacePass.Shadow && !IsCutout(look))
        ? VertexStreams.Positions
        : (look & SurfaceLook.ExtraVertexData) != 0 ? VertexStreams.Extra
        : (look & (SurfaceLook.AnyTexture | SurfaceLook.AnyLayerTexture)) != 0 ? VertexStreams.Textured
        : VertexStreams.Plain;

    /// <summary>Whether a pass shades a look's layers.</summary>
    internal static bool ShadesLayers(SurfacePass pass, SurfaceLook look) =>
        pass == SurfacePass.Layered || (Blends(pass) && (look & SurfaceLook.Layered) != 0);

    /// <summary>Whether a pass lights blended surfaces.</summary>
    internal static bool Blends(SurfacePass pass) => pass is SurfacePass.Blend or SurfacePass.BlendLayer;

    /// <summary>Looks that make no difference to a pass share a pipeline, and what it does not need is left out.</summary>
    internal static SurfaceLook Reduced(SurfacePass pass, SurfaceLook look)
    {
        const SurfaceLook Shape = SurfaceLook.Lines | SurfaceLook.Points;
        const SurfaceLook Alpha = SurfaceLook.Masked | SurfaceLook.BaseColorTexture | SurfaceLook.ExtraVertexData;
        const SurfaceLook Sides = SurfaceLook.DoubleSided | SurfaceLook.Mirrored;
        switch (pass)
        {
            case SurfacePass.Shadow:
                // Only where backs are left out it matters which way triangles turn.
                var turns = (look & SurfaceLook.DoubleSided) != 0 ? SurfaceLook.DoubleSided : Sides;
                return look & (IsCutout(look) ? Shape | Alpha | turns : Shape | turns);
            case SurfacePass.Peel or SurfacePass.Owner:
                return look & (Shape | Sides);
            case SurfacePass.BlendIds:
                return look & (Shape | Alpha | Sides);
            case SurfacePass.TransmissiveIds:
                return look & (IsCutout(look) ? Shape | Alpha | Sides : Shape | Sides);
            case SurfacePass.Geometry when (look & SurfaceLook.Layered) != 0:
                // One flag for all layers, which are lit elsewhere.
                return SurfaceLook.Sheen | (look & (IsCutout(look) ? Shape | Alpha | Sides : Shape | Sides));
            default:
                return look;
        }
    }

    /// <summary>Whether the shadow has holes.</summary>
    internal static bool IsCutout(SurfaceLook look) =>
        (look & SurfaceLook.Masked) != 0 && (look & (SurfaceLook.BaseColorTexture | SurfaceLook.ExtraVertexData)) != 0;

    /// <summary>A pipeline of a pass for a look, reduced to what the pass needs; of a pass that shades also for the lights of the frame.</summary>
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
                (look & (SurfaceLook.DoubleSided | SurfaceLook.Lines | SurfaceLook.Points)) != 0
                    ? FaceCullMode.None
                    : FaceCullMode.Back,
                PolygonFillMode.Solid,
                (look & SurfaceLook.Mirrored) != 0 ? FrontFace.Clockwise : FrontFace.CounterClockwise,
                depthClipEnabled: true,
                scissorTestEnabled: false),
            Topology(look),
            new ShaderSetDescription(VertexLayouts(streams), Stages(pass, look, streams), Constants(pass, look, lights)),
            Layouts(pass, look, streams),
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
            _ when ShadesLayers(pass, look) => [shaders.Get($"surface_{suffix}.vert"), shaders.Get($"layered_{suffix}.frag")],
            SurfacePass.Blend or SurfacePass.BlendLayer => [shaders.Get($"surface_{suffix}.vert"), shaders.Get($"blend_{suffix}.frag")],
            SurfacePass.BlendIds or SurfacePass.TransmissiveIds => [shaders.Get($"surface_{suffix}.vert"), shaders.Get($"blend_ids_{suffix}.frag")],
            SurfacePass.Shadow when IsCutout(look) => [shaders.Get($"surface_{suffix}.vert"), shaders.Get($"cutout_{suffix}.frag")],
            SurfacePass.Peel => [shaders.Get("shadow_opaque.vert"), shaders.Get("peel.frag")],
            SurfacePass.Owner => [shaders.Get("shadow_opaque.vert"), shaders.Get("owner.frag")],
            _ => [shaders.Get("shadow_opaque.vert")],
        };
    }

    // The numbers of the constants in surface_fragment.glsl, geometry_fragment.glsl, shading.glsl and layer_fragment.glsl.
    private static SpecializationConstant[] Constants(SurfacePass pass, SurfaceLook look, LightGroups lights) =>
    [
        new(0, (look & SurfaceLook.BaseColorTexture) != 0),
        new(1, (look & SurfaceLook.NormalTexture) != 0),
        new(2, (look & SurfaceLook.MetallicRoughnessTexture) != 0),
        new(3, (look & SurfaceLook.OcclusionTexture) != 0),
        new(4, (look & SurfaceLook.EmissiveTexture) != 0),
        new(5, (look & SurfaceLook.Masked) != 0 || pass == SurfacePass.BlendIds),
        new(6, pass == SurfacePass.Geometry ? (look & SurfaceLook.Layered) != 0 : Blends(pass)),
        new(7, (look & SurfaceLook.Sheen) != 0),
        new(8, (look & SurfaceLook.Clearcoat) != 0),
        new(9, (look & SurfaceLook.Transmission) != 0),
        new(10, (look & SurfaceLook.TurnedNormals) != 0),
        new(16, (uint)lights),
        new(20, (look & SurfaceLook.SpecularTexture) != 0),
        new(21, (look & SurfaceLook.SpecularColorTexture) != 0),
        new(22, (look & SurfaceLook.ClearcoatTexture) != 0),
        new(23, (look & SurfaceLook.ClearcoatRoughnessTexture) != 0),
        new(24, (look & SurfaceLook.ClearcoatNormalTexture) != 0),
        new(25, (look & SurfaceLook.SheenColorTexture) != 0),
        new(26, (look & SurfaceLook.SheenRoughnessTexture) != 0),
        new(27, (look & SurfaceLook.TransmissionTexture) != 0),
        new(28, (look & SurfaceLook.ThicknessTexture) != 0),
    ];

    private ResourceLayout[] Layouts(SurfacePass pass, SurfaceLook look, VertexStreams streams) => (pass, streams) switch
    {
        _ when ShadesLayers(pass, look) => [layouts.LayeredDraw, layouts.LayeredMaterial, layouts.Frame, layouts.Behind],
        (SurfacePass.Peel, _) => [layouts.Draw, layouts.Peel],
        (SurfacePass.Blend or SurfacePass.BlendLayer, _) => [layouts.Draw, layouts.Material, layouts.Frame],
        (_, VertexStreams.Positions or VertexStreams.Plain) => [layouts.Draw],
        _ => [layouts.Draw, layouts.Material],
    };

    private static OutputDescription Outputs(SurfacePass pass) => pass switch
    {
        SurfacePass.Geometry => Targets.GeometryOutputs,
        SurfacePass.Blend or SurfacePass.BlendLayer or SurfacePass.Layered => Targets.BlendOutputs,
        SurfacePass.Peel => Targets.PeelOutputs,
        SurfacePass.Owner => DecalTargets.OwnerOutputs,
        SurfacePass.BlendIds or SurfacePass.TransmissiveIds => Targets.BlendIdOutputs,
        _ => Targets.ShadowOutputs,
    };

    private static BlendStateDescription Blending(SurfacePass pass) => pass switch
    {
        SurfacePass.Geometry => new BlendStateDescription(
            default, BlendAttachmentDescription.Disabled, BlendAttachmentDescription.Disabled, BlendAttachmentDescription.Disabled),
        SurfacePass.Blend or SurfacePass.BlendLayer => BlendStateDescription.SingleAlphaBlend,
        SurfacePass.Layered or SurfacePass.Owner => BlendStateDescription.SingleDisabled,
        SurfacePass.BlendIds or SurfacePass.TransmissiveIds => new BlendStateDescription(
            default, BlendAttachmentDescription.Disabled, BlendAttachmentDescription.Disabled),
        _ => BlendStateDescription.Empty,
    };

    private static DepthStencilStateDescription DepthTest(SurfacePass pass) => pass switch
    {
        // Reversed depth: the nearer surface has the greater value.
        SurfacePass.Geometry or SurfacePass.BlendIds or SurfacePass.TransmissiveIds => new DepthStencilStateDescription(true, true, ComparisonKind.Greater),
        SurfacePass.Blend => new DepthStencilStateDescription(true, false, ComparisonKind.Greater),
        SurfacePass.Layered or SurfacePass.BlendLayer or SurfacePass.Owner => new DepthStencilStateDescription(true, false, ComparisonKind.Equal),
        _ => new DepthStencilStateDescription(true, true, ComparisonKind.Less),
    };

    private static PrimitiveTopology Topology(SurfaceLook look) =>
        (look & SurfaceLook.Lines) != 0 ? PrimitiveTopology.LineList
        : (look & SurfaceLook.Points) != 0 ? PrimitiveTopology.PointList
        : PrimitiveTopology.TriangleList;
}

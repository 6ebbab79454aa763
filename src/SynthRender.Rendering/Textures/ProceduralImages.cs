using SynthRender.Materials;

namespace SynthRender.Rendering.Textures;

/// <summary>The images of one procedural texture on the device; made again for another texture when it is long unused.</summary>
internal sealed class ProceduralImages : IDisposable
{
    private readonly Framebuffer _pattern;
    private readonly Framebuffer _normals;

    internal ProceduralImages(ResourceFactory factory, uint size, Texture height)
    {
        var levels = (uint)System.Numerics.BitOperations.Log2(size) + 1;
        var (color, normal, orm) = (
            Target(PixelFormat.R8_G8_B8_A8_UNorm_SRgb, "base colour"),
            Target(PixelFormat.R8_G8_B8_A8_UNorm, "normals"),
            Target(PixelFormat.R8_G8_B8_A8_UNorm, "occlusion, roughness, metalness"));
        _pattern = factory.CreateFramebuffer(new FramebufferDescription(null, color, orm, height));
        _normals = factory.CreateFramebuffer(new FramebufferDescription(null, normal));
        var bytes = 4L * size * size * 4 / 3;
        (BaseColor, Normal, OcclusionRoughnessMetallic) = (new(color, bytes), new(normal, bytes), new(orm, bytes));

        Texture Target(PixelFormat format, string name)
        {
            var texture = factory.CreateTexture(TextureDescription.Texture2D(
                size, size, levels, 1, format, TextureUsage.RenderTarget | TextureUsage.Sampled | TextureUsage.GenerateMipmaps));
            texture.Name = "procedural " + name;
            return texture;
        }
    }

    internal DeviceTexture BaseColor { get; }
    internal DeviceTexture Normal { get; }
    internal DeviceTexture OcclusionRoughnessMetallic { get; }

    /// <summary>What they hold; null when nothing yet.</summary>
    internal ProceduralTexture? Contents { get; set; }

    /// <summary>The number of the last frame that used them.</summary>
    internal long LastUsed { get; set; }

    internal long Bytes => BaseColor.Bytes + Normal.Bytes + OcclusionRoughnessMetallic.Bytes;

    internal DeviceTexture this[TextureChannel channel] => channel switch
    {
        TextureChannel.BaseColor => BaseColor,
        TextureChannel.Normal => Normal,
        _ => OcclusionRoughnessMetallic,
    };

    internal void Draw(CommandList commands, Pipeline pattern, Pipeline normals, ResourceSet constants, ResourceSet heights)
    {
        Fill(_pattern, pattern, constants);
        Fill(_normals, normals, heights);
        commands.GenerateMipmaps(BaseColor.Texture);
        commands.GenerateMipmaps(Normal.Texture);
        commands.GenerateMipmaps(OcclusionRoughnessMetallic.Texture);

        void Fill(Framebuffer target, Pipeline pipeline, ResourceSet resources)
        {
            commands.SetFramebuffer(target);
            commands.SetPipeline(pipeline);
            commands.SetGraphicsResourceSet(0, resources);
            commands.Draw(3);
        }
    }

    public void Dispose()
    {
        _pattern.Dispose();
        _normals.Dispose();
        BaseColor.Dispose();
        Normal.Dispose();
        OcclusionRoughnessMetallic.Dispose();
    }
}

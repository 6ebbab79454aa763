using SynthRender.Rendering.Drawing;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Lighting;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>Draws depth as the lights see it. Layers whose contents would be the same are kept.</summary>
internal sealed class ShadowPass : IDisposable
{
    private readonly GraphicsDevice _device;
    private readonly uint _size;
    private readonly SurfaceDrawing _drawing;
    private readonly List<Framebuffer> _layers = [];

    internal ShadowPass(GraphicsDevice device, SurfacePipelines pipelines, uint size)
    {
        (_device, _size) = (device, size);
        _drawing = new SurfaceDrawing(SurfacePass.Shadow, pipelines);
        Sampler = device.ResourceFactory.CreateSampler(new SamplerDescription(
            SamplerAddressMode.Clamp, SamplerAddressMode.Clamp, SamplerAddressMode.Clamp,
            SamplerFilter.MinLinear_MagLinear_MipPoint, ComparisonKind.LessEqual, 0, 0, 0, 0, SamplerBorderColor.OpaqueWhite));
        DepthSampler = device.ResourceFactory.CreateSampler(SamplerDescription.Point with
        {
            AddressModeU = SamplerAddressMode.Clamp, AddressModeV = SamplerAddressMode.Clamp, AddressModeW = SamplerAddressMode.Clamp,
        });
        Maps = CreateMaps(2);
    }

    /// <summary>The shadow maps, an array of at least two layers (one alone would not be an array to the shaders).</summary>
    internal Texture Maps { get; private set; }

    /// <summary>Compares with what the maps hold.</summary>
    internal Sampler Sampler { get; }

    /// <summary>Reads what they hold.</summary>
    internal Sampler DepthSampler { get; }

    /// <summary>Makes room for a number of layers; true when the maps were made again and hold nothing.</summary>
    internal bool Reserve(int layers)
    {
        if (layers <= Maps.ArrayLayers) return false;
        DisposeMaps();
        Maps = CreateMaps(Room((uint)layers));
        return true;
    }

    internal void Record(FrameSlot slot, ShadowPlan plan, DrawList list)
    {
        var draw = 0;
        for (var t = 0; t < plan.Tiles.Count; t++)
        {
            var tile = plan.Tiles[t];
            var kept = plan.IsKept(tile.Layer);
            if (!kept && (t == 0 || plan.Tiles[t - 1].Layer != tile.Layer))
            {
                slot.Commands.SetFramebuffer(_layers[tile.Layer]);
                slot.Commands.ClearDepthStencil(1);
                _drawing.Begin(slot);
            }

            if (!kept)
            {
                var side = MathF.Round(_size * tile.Side);
                slot.Commands.SetViewport(0, new Viewport(MathF.Round(_size * tile.Left), MathF.Round(_size * tile.Top), side, side, 0, 1));
            }

            for (; draw < plan.Draws.Count && plan.Draws[draw].Tile == t; draw++)
            {
                var caster = plan.Draws[draw];
                if (!kept) _drawing.DrawCaster(list.Items[caster.Item], caster);
            }
        }
    }

    public void Dispose()
    {
        DisposeMaps();
        Sampler.Dispose();
        DepthSampler.Dispose();
    }

    /// <summary>Twice as many layers each time, while they are few; a layer is megabytes.</summary>
    private static uint Room(uint layers) => layers <= 16 ? System.Numerics.BitOperations.RoundUpToPowerOf2(layers) : (layers + 15) / 16 * 16;

    private Texture CreateMaps(uint layers)
    {
        var maps = _device.ResourceFactory.CreateTexture(TextureDescription.Texture2D(
            _size, _size, 1, layers, PixelFormat.R32_Float, TextureUsage.DepthStencil | TextureUsage.Sampled));
        maps.Name = "shadow maps";
        for (uint i = 0; i < layers; i++)
        {
            _layers.Add(_device.ResourceFactory.CreateFramebuffer(
                new FramebufferDescription(new FramebufferAttachmentDescription(maps, i), [])));
        }

        return maps;
    }

    private void DisposeMaps()
    {
        foreach (var layer in _layers) layer.Dispose();
        _layers.Clear();
        Maps.Dispose();
    }
}

using SynthRender.Rendering.Drawing;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Lighting;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>Draws depth as the lights see it, one layer a view. Those whose contents would be the same are kept.</summary>
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
        Maps = CreateMaps(2);
    }

    /// <summary>The shadow maps, an array of at least two layers (one alone would not be an array to the shaders).</summary>
    internal Texture Maps { get; private set; }

    internal Sampler Sampler { get; }

    /// <summary>Makes room for a number of layers; true when the maps were made again and hold nothing.</summary>
    internal bool Reserve(int layers)
    {
        if (layers <= Maps.ArrayLayers) return false;
        DisposeMaps();
        Maps = CreateMaps(System.Numerics.BitOperations.RoundUpToPowerOf2((uint)layers));
        return true;
    }

    internal void Record(FrameSlot slot, ShadowPlan plan, DrawList list)
    {
        var draw = 0;
        for (var layer = 0; layer < plan.Layers; layer++)
        {
            var kept = plan.IsKept(layer);
            if (!kept)
            {
                slot.Commands.SetFramebuffer(_layers[layer]);
                slot.Commands.ClearDepthStencil(1);
                var side = MathF.Round(_size * plan.Part(layer));
                slot.Commands.SetViewport(0, new Viewport(0, 0, side, side, 0, 1));
                _drawing.Begin(slot);
            }

            for (; draw < plan.Draws.Count && plan.Draws[draw].Layer == layer; draw++)
            {
                var caster = plan.Draws[draw];
                if (!kept) _drawing.Draw(list.Items[caster.Item], caster.Record, caster.Level);
            }
        }
    }

    public void Dispose()
    {
        DisposeMaps();
        Sampler.Dispose();
    }

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

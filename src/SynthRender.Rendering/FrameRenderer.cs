using System.Diagnostics;
using SynthRender.Environments;
using SynthRender.Frames;
using SynthRender.Rendering.Decals;
using SynthRender.Rendering.Devices;
using SynthRender.Rendering.Drawing;
using SynthRender.Rendering.Environments;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Geometry;
using SynthRender.Rendering.Lighting;
using SynthRender.Rendering.Passes;
using SynthRender.Rendering.Pipelines;
using SynthRender.Rendering.Textures;

namespace SynthRender.Rendering;

/// <summary>
/// Draws frame snapshots: picture, exact instance ids, depth. One for each render lane; it is used from one thread at a time, and
/// keeps meshes and textures on its device from frame to frame. A frame depends on its snapshot alone, not on those before it.
/// </summary>
public sealed class FrameRenderer : IDisposable
{
    private readonly GraphicsDevice _device;
    private readonly WriteOrder _order;
    private readonly GeometryCache _geometry;
    private readonly TextureCache _textures;
    private readonly ProceduralPool _procedural;
    private readonly MaterialBindings _materials;
    private readonly PassLayouts _layouts;
    private readonly ShaderLibrary _shaders;
    private readonly SurfacePipelines _pipelines;
    private readonly DrawList _list;
    private readonly DecalList _decals;
    private readonly FrameLighting _lighting;
    private readonly EnvironmentTextures _environmentTextures;
    private readonly EnvironmentMap _environment;
    private readonly DeformPass _deformPass;
    private readonly ShadowPass _shadowPass;
    private readonly GeometryPass _geometryPass;
    private readonly DecalPass _decalPass;
    private readonly OcclusionPass _occlusionPass;
    private readonly LightingPass _lightingPass;
    private readonly BackgroundPass _backgroundPass;
    private readonly LayeredPass _layeredPass;
    private readonly TransmissionPass _transmissionPass;
    private readonly BlendPass _blendPass;
    private readonly ResolvePass _resolvePass;
    private readonly ReadBackPass _readBackPass;
    private readonly Texture _specularAlbedo;
    private readonly Texture _transformedCosines;
    private readonly Sampler _clamped;
    private readonly Sampler _panorama;
    private readonly FrameSlot[] _slots;
    private readonly Backdrop _backdrop;
    private Targets? _targets;
    private uint _picture;
    private long _submitted;
    private long _passStart;
    private string? _pass;
    private bool _disposed;

    /// <summary>Prepares to draw on a device.</summary>
    /// <param name="device">Stays the caller's; it must outlive the renderer, and no other renderer may use it at the same time.</param>
    /// <param name="options">Budgets and sizes; the defaults when null.</param>
    public FrameRenderer(GraphicsDevice device, FrameRendererOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(device);
        options ??= new FrameRendererOptions();
        _device = device;
        _order = new WriteOrder(device, options.OrdersWrites);
        _geometry = new GeometryCache(device, _order, options.GeometryBudgetBytes, options.LevelsOfDetail);
        _textures = new TextureCache(device, options.TextureBudgetBytes);
        _shaders = new ShaderLibrary(device);
        _procedural = new ProceduralPool(device, _order, _shaders, options.ProceduralTextureSize, options.ProceduralTextures);
        _materials = new MaterialBindings(device, _textures, _procedural);
        _layouts = new PassLayouts(device.ResourceFactory, _materials.Layout, _materials.LayeredLayout, _materials.PictureLayout);
        _pipelines = new SurfacePipelines(device, _shaders, _layouts);
        _list = new DrawList(_geometry, _materials, options.LevelsOfDetail);
        _decals = new DecalList(_materials);
        _lighting = new FrameLighting(device.IsClipSpaceYInverted, options.ShadowMapSize);
        _environmentTextures = new EnvironmentTextures(device, options.TextureBudgetBytes);
        _environment = new EnvironmentMap(device, _shaders, _layouts);
        _deformPass = new DeformPass(device, _shaders, _layouts);
        _shadowPass = new ShadowPass(device, _pipelines, (uint)options.ShadowMapSize);
        _geometryPass = new GeometryPass(_pipelines);
        _decalPass = new DecalPass(device, _shaders, _pipelines, _layouts);
        _occlusionPass = new OcclusionPass(device, _shaders, _layouts);
        _lightingPass = new LightingPass(device, _shaders, _layouts);
        _backgroundPass = new BackgroundPass(device, _shaders, _layouts);
        _layeredPass = new LayeredPass(_pipelines);
        _transmissionPass = new TransmissionPass(_pipelines);
        _blendPass = new BlendPass(_pipelines, options.BlendedLayers);
        _backdrop = new Backdrop(device, _layouts, _materials.Blank);
        _resolvePass = new ResolvePass(device, _shaders, options.FramesInFlight);
        _readBackPass = new ReadBackPass(device, options);
        _specularAlbedo = SpecularAlbedo.CreateTable(device);
        _transformedCosines = TransformedCosines.CreateTable(device);
        _clamped = device.ResourceFactory.CreateSampler(SamplerDescription.Linear with
        {
            AddressModeU = SamplerAddressMode.Clamp, AddressModeV = SamplerAddressMode.Clamp,
        });
        _panorama = device.ResourceFactory.CreateSampler(SamplerDescription.Linear with
        {
            AddressModeU = SamplerAddressMode.Wrap, AddressModeV = SamplerAddressMode.Clamp,
        });
        _slots = new FrameSlot[options.FramesInFlight];
        for (var i = 0; i < _slots.Length; i++) _slots[i] = new FrameSlot(device, _order, _layouts, i);
        _environmentTextures.Evicting += texture =>
        {
            foreach (var slot in _slots) slot.ReleaseEnvironment(texture);
        };
        _order.Settle();
    }

    /// <summary>Frames that may be submitted and not yet collected.</summary>
    public int FramesInFlight => _slots.Length;

    /// <summary>Bytes of meshes and textures that are kept on the device.</summary>
    public long CachedBytes => _geometry.Bytes + _textures.Bytes + _procedural.Bytes;

    /// <summary>Where time by pass is summed; null, the default, measures nothing and costs nothing.</summary>
    public PassTimings? Timings { get; set; }

    /// <summary>Draws a frame and waits for it.</summary>
    /// <returns>The frame; the caller disposes it, on any thread.</returns>
    /// <exception cref="NotSupportedException">The snapshot asks for what cannot be drawn, e.g. more lights than <see cref="FrameLimits"/> allow.</exception>
    public RenderedFrame Render(FrameSnapshot snapshot) => Collect(Submit(snapshot));

    /// <summary>Hands a frame to the device and returns at once. At most <see cref="FramesInFlight"/> may wait to be collected.</summary>
    /// <exception cref="InvalidOperationException">All frames in flight wait to be collected.</exception>
    /// <exception cref="NotSupportedException">The snapshot asks for what cannot be drawn, e.g. more lights than <see cref="FrameLimits"/> allow.</exception>
    public PendingFrame Submit(FrameSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ObjectDisposedException.ThrowIf(_disposed, this);
        var index = FreeSlot();
        var slot = _slots[index];
        var number = ++_submitted;
        var targets = TargetsFor(snapshot);
        slot.Fit(targets);

        _passStart = Stopwatch.GetTimestamp();
        Prepare(snapshot, slot, number);
        slot.Commands.Begin();
        BeginPass(slot, "deform");
        _deformPass.Record(slot);
        var environment = _lighting.Environment;
        if (environment != EnvironmentKind.None)
        {
            BeginPass(slot, "environment");
            _environment.Record(slot, environment, (snapshot.Surroundings as ImageEnvironment)?.Image, _lighting.Constants.EnvironmentParameters);
        }

        BeginPass(slot, "shadows");
        _shadowPass.Record(slot, _lighting.Shadows, _list);
        BeginPass(slot, "geometry");
        _geometryPass.Record(slot, targets, _list);
        var decals = _decals.Items.Count > 0 ? targets.DecalsFor(_device, _layouts, _materials.Blank) : null;
        var surfaces = _lighting.Groups;
        if (decals is not null)
        {
            BeginPass(slot, "decals");
            _decalPass.Record(slot, decals, _list, _decals);
            surfaces |= LightGroups.Decals;
        }

        var occluded = _lighting.HasOcclusion;
        if (occluded)
        {
            BeginPass(slot, "occlusion");
            _occlusionPass.Record(slot, targets);
        }

        BeginPass(slot, "lighting");
        _lightingPass.Record(slot, targets, surfaces, occluded, LightingInputs(targets, decals, occluded));

        BeginPass(slot, "background");
        if (snapshot.Background is { } picture)
            _backgroundPass.Record(slot, targets, _materials.GetPicture(picture.Image, number), _picture, picture.Blur > 0);
        else
            _backgroundPass.Record(slot, targets, snapshot.Surroundings.Background is null ? environment : EnvironmentKind.None);

        if (_list.Layered.Count > 0)
        {
            BeginPass(slot, "layers");
            _layeredPass.Record(slot, targets, _list, decals?.LayeredInputs ?? _backdrop.Set, surfaces);
        }

        if (_list.SeesThrough)
        {
            BeginPass(slot, "transmission");
            _transmissionPass.Record(slot, targets, _list, _backdrop, _lighting.Groups);
        }

        if (_list.Blended.Count > 0)
        {
            BeginPass(slot, "blend");
            _blendPass.Record(slot, targets, _list, _backdrop, _lighting.Groups);
        }

        BeginPass(slot, "resolve");
        _resolvePass.Record(slot, targets, snapshot.Camera);
        BeginPass(slot, "read-back");
        ReadBackPass.Record(slot, targets);
        EndPasses(slot);

        (slot.Snapshot, slot.Number) = (snapshot, number);
        return new PendingFrame(this, snapshot, index, number);
    }

    /// <summary>Waits until the device is done with a frame, so that <see cref="Collect"/> only copies.</summary>
    /// <exception cref="ArgumentException">The frame is another renderer's, or was collected before.</exception>
    public void Wait(PendingFrame pending) => _device.WaitForFence(SlotOf(pending).Fence);

    /// <summary>Waits for a frame and takes it over.</summary>
    /// <returns>The frame; the caller disposes it, on any thread.</returns>
    /// <exception cref="ArgumentException">The frame is another renderer's, or was collected before.</exception>
    public RenderedFrame Collect(PendingFrame pending)
    {
        var slot = SlotOf(pending);
        _device.WaitForFence(slot.Fence);
        _device.ResetFence(slot.Fence);
        var frame = _readBackPass.Collect(slot, pending.Snapshot, Timings);
        slot.Snapshot = null;
        var oldest = OldestInFlight();
        _geometry.Trim(oldest);
        _textures.Trim(oldest);
        _environmentTextures.Trim(oldest);
        return frame;
    }

    /// <summary>Waits for the device and gives back what the renderer made on it. Collected frames stay valid.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _device.WaitForIdle();
        foreach (var slot in _slots) slot.Dispose();
        _targets?.Dispose();
        _backdrop.Dispose();
        _specularAlbedo.Dispose();
        _transformedCosines.Dispose();
        _clamped.Dispose();
        _panorama.Dispose();
        _resolvePass.Dispose();
        _backgroundPass.Dispose();
        _lightingPass.Dispose();
        _occlusionPass.Dispose();
        _decalPass.Dispose();
        _shadowPass.Dispose();
        _deformPass.Dispose();
        _environment.Dispose();
        _environmentTextures.Dispose();
        _pipelines.Dispose();
        _shaders.Dispose();
        _layouts.Dispose();
        _materials.Dispose();
        _procedural.Dispose();
        _textures.Dispose();
        _geometry.Dispose();
    }

    private FrameSlot SlotOf(PendingFrame pending)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return pending.Renderer == this && _slots[pending.Slot] is { Snapshot: not null } slot && slot.Number == pending.Number
            ? slot
            : throw new ArgumentException("The frame was submitted to another renderer, or has been collected before.", nameof(pending));
    }

    private void Prepare(FrameSnapshot snapshot, FrameSlot slot, long number)
    {
        slot.Records.Clear();
        slot.Deformations.Clear();
        var camera = new CameraProjection(snapshot.Camera, _device.IsClipSpaceYInverted);
        _list.Build(snapshot, camera, slot, number);
        _decals.Build(snapshot, camera, _list, slot, number);
        if (snapshot.Background is { } picture) _picture = slot.Records.Add(new PictureRecord(picture, snapshot.Camera.Lens));
        _lighting.Build(snapshot, _list, slot.Records);
        if (_shadowPass.Reserve(_lighting.Shadows.Layers)) _lighting.Shadows.ForgetMaps();
        slot.Records.Flush();
        slot.Deformations.Flush();
        slot.Bind(
            _shadowPass.Maps, _shadowPass.Sampler, _shadowPass.DepthSampler, _specularAlbedo, _clamped, _transformedCosines, _environment);
        BindEnvironment(snapshot, slot, number);
        _device.UpdateBuffer(slot.Constants, 0, _lighting.Constants);
    }

    private ResourceSet LightingInputs(Targets targets, DecalTargets? decals, bool occluded) => (decals, occluded) switch
    {
        (null, false) => targets.LightingInputs,
        (null, true) => targets.OcclusionFor(_device, _layouts).LightingInputs,
        (_, false) => decals.LightingInputs,
        _ => decals.OccludedLightingInputs(_device, _layouts),
    };

    private void BindEnvironment(FrameSnapshot snapshot, FrameSlot slot, long number)
    {
        if (_lighting.Environment == EnvironmentKind.None) return;
        var image = snapshot.Surroundings is ImageEnvironment around ? _environmentTextures.Get(around.Image, number) : _specularAlbedo;
        slot.BindEnvironment(image, _panorama);
    }

    private int FreeSlot()
    {
        for (var i = 0; i < _slots.Length; i++)
            if (_slots[i].Snapshot is null) return i;
        throw new InvalidOperationException($"{_slots.Length} frames are in flight; collect one before submitting the next.");
    }

    private long OldestInFlight()
    {
        var oldest = _submitted + 1;
        foreach (var slot in _slots)
            if (slot.Snapshot is not null) oldest = Math.Min(oldest, slot.Number);
        return oldest;
    }

    private Targets TargetsFor(FrameSnapshot snapshot)
    {
        var (width, height) = ((uint)snapshot.Camera.Lens.Width, (uint)snapshot.Camera.Lens.Height);
        if (_targets is { } fitting && fitting.Width == width && fitting.Height == height) return fitting;
        _targets?.Dispose();
        return _targets = new Targets(_device, _layouts, width, height);
    }

    private void BeginPass(FrameSlot slot, string name)
    {
        if (Timings is { } timings)
        {
            if (_pass is not null)
            {
                slot.Commands.End();
                _device.SubmitCommands(slot.Commands);
                _device.WaitForIdle();
                slot.Commands.Begin();
            }

            timings.Add(_pass ?? "prepare", _passStart);
            _passStart = Stopwatch.GetTimestamp();
            _pass = name;
        }

        slot.Commands.InsertDebugMarker(name);
    }

    private void EndPasses(FrameSlot slot)
    {
        slot.Commands.End();
        _device.SubmitCommands(slot.Commands, slot.Fence);
        if (Timings is not { } timings || _pass is null) return;
        _device.WaitForIdle();
        timings.Add(_pass, _passStart);
        timings.EndFrame();
        _pass = null;
    }
}

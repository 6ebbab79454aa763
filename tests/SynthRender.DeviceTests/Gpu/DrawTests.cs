namespace SynthRender.DeviceTests.Gpu;

/// <summary>Indexed, instanced and indirect draws: column i of the image shows instance i and its value.</summary>
public sealed class DrawTests : GpuTest
{
    private const uint Columns = 8;

    private readonly Texture _target;
    private readonly Framebuffer _framebuffer;
    private readonly Pipeline _pipeline;
    private readonly DeviceBuffer _corners;
    private readonly DeviceBuffer _values;
    private readonly DeviceBuffer _indices;

    public DrawTests(ValidatedDevice device)
        : base(device)
    {
        _target = Texture2D(Columns, 2, PixelFormat.R32_G32_UInt, TextureUsage.RenderTarget);
        _framebuffer = Targets(null, _target);
        VertexLayoutDescription[] layouts =
        [
            new(new VertexElementDescription("corner", VertexElementSemantic.Position, VertexElementFormat.Float2)),
            new(4, 1, new VertexElementDescription("value", VertexElementSemantic.TextureCoordinate, VertexElementFormat.UInt1)),
        ];
        _pipeline = Pipeline(_framebuffer, "Instances.vert", "Instances.frag", layouts, []);

        // Two spare vertices in front, for vertex offsets.
        _corners = Buffer<float>([9, 9, 9, 9, 0, 0, 1, 0, 0, 1, 1, 1], BufferUsage.VertexBuffer);
        _values = Buffer<uint>([100, 101, 102, 103, 104, 105, 106, 107], BufferUsage.VertexBuffer);

        // Three spare indices in front.
        _indices = Buffer<ushort>([0, 0, 0, 0, 1, 2, 2, 1, 3, 0], BufferUsage.IndexBuffer);
    }

    [Fact]
    public void InstancesStartWhereTheDrawSays()
    {
        Draw(commands => commands.DrawIndexed(6, 3, 3, 2, 2));
        AssertColumns(2, 3, 4);
    }

    [Fact]
    public void DrawWithoutIndicesStartsAtAVertexAndAnInstance()
    {
        DeviceBuffer strip = Buffer<float>([9, 9, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1], BufferUsage.VertexBuffer);
        Draw(commands =>
        {
            commands.SetVertexBuffer(0, strip);
            commands.Draw(6, 2, 1, 5);
        });
        AssertColumns(5, 6);
    }

    [Fact]
    public void OffsetsOfVertexAndIndexBuffersCount()
    {
        Draw(commands =>
        {
            commands.SetVertexBuffer(0, _corners, 16);
            commands.SetVertexBuffer(1, _values, 4);
            commands.SetIndexBuffer(_indices, IndexFormat.UInt16, 6);
            commands.DrawIndexed(6);
        });
        uint[] texels = Row();
        Assert.Equal([0u, 101u], texels[..2]);
    }

    [Fact]
    public void IndirectDrawsReadTheirArguments()
    {
        DeviceBuffer arguments = Buffer<IndirectDrawIndexedArguments>(
            [
                default,
                new() { IndexCount = 6, InstanceCount = 1, FirstIndex = 3, VertexOffset = 2, FirstInstance = 1 },
                new() { IndexCount = 6, InstanceCount = 2, FirstIndex = 3, VertexOffset = 2, FirstInstance = 4 },
                new() { IndexCount = 6, InstanceCount = 1, FirstIndex = 3, VertexOffset = 2, FirstInstance = 7 },
            ],
            BufferUsage.IndirectBuffer);
        Draw(commands => commands.DrawIndexedIndirect(arguments, 20, 3, 20));
        AssertColumns(1, 4, 5, 7);
    }

    [Fact]
    public void IndirectDrawsWithoutIndicesMayLieApart()
    {
        DeviceBuffer strip = Buffer<float>([0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1], BufferUsage.VertexBuffer);
        DeviceBuffer arguments = Buffer<uint>([6, 1, 0, 0, 99, 99, 6, 1, 0, 6], BufferUsage.IndirectBuffer);
        Draw(commands =>
        {
            commands.SetVertexBuffer(0, strip);
            commands.DrawIndirect(arguments, 0, 2, 24);
        });
        AssertColumns(0, 6);
    }

    [Fact]
    public void IndicesMayHave32Bits()
    {
        DeviceBuffer wide = Buffer<uint>([2, 3, 4, 4, 3, 5], BufferUsage.IndexBuffer);
        Draw(commands =>
        {
            commands.SetIndexBuffer(wide, IndexFormat.UInt32);
            commands.DrawIndexed(6, 8, 0, 0, 0);
        });
        AssertColumns(0, 1, 2, 3, 4, 5, 6, 7);
    }

    private void Draw(Action<CommandList> draw) => Run(commands =>
    {
        commands.SetFramebuffer(_framebuffer);
        commands.ClearColorTarget(0, new RgbaFloat(1000, 1000, 0, 0));
        commands.SetPipeline(_pipeline);
        commands.SetVertexBuffer(0, _corners);
        commands.SetVertexBuffer(1, _values);
        commands.SetIndexBuffer(_indices, IndexFormat.UInt16);
        draw(commands);
    });

    private uint[] Row()
    {
        ulong[,] texels = Read<ulong>(_target);
        return [.. Enumerable.Range(0, (int)Columns).SelectMany(x => new[] { (uint)texels[1, x], (uint)(texels[1, x] >> 32) })];
    }

    private void AssertColumns(params uint[] drawn)
    {
        uint[] row = Row();
        for (uint x = 0; x < Columns; x++)
        {
            // Instance index 0-based with the first instance, as in gl_InstanceIndex; the values come with it.
            uint[] expected = drawn.Contains(x) ? [x, 100 + x] : [1000, 1000];
            Assert.Equal(expected, row[(int)(2 * x)..(int)((2 * x) + 2)]);
        }
    }
}

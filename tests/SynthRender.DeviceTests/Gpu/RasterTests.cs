using System.Numerics;

namespace SynthRender.DeviceTests.Gpu;

/// <summary>Which pixels a triangle covers, and what the fixed state around it does.</summary>
public sealed class RasterTests(ValidatedDevice device) : GpuTest(device)
{
    private const int Size = 32;

    private static readonly VertexLayoutDescription Colored = new(
        new VertexElementDescription("position", VertexElementSemantic.Position, VertexElementFormat.Float3),
        new VertexElementDescription("color", VertexElementSemantic.Color, VertexElementFormat.Float4));

    // Corners in pixels, origin top left. All edges miss every pixel centre, so that coverage has one answer.
    public static TheoryData<float[]> Triangles => new()
    {
        { [2.25f, 1.75f, 29.75f, 8.25f, 11.25f, 30.75f] },
        { [0.25f, 0.25f, 31.75f, 0.25f, 0.25f, 31.6f] },
        { [5.125f, 5.125f, 26.875f, 6.375f, 25.625f, 7.25f] },
        { [-10.3f, 15.2f, 50.7f, 3.9f, 20.1f, 60.2f] },
        { [16.2f, 3.1f, 16.9f, 29.3f, 17.05f, 14.7f] },
    };

    [Theory]
    [MemberData(nameof(Triangles))]
    public void ATriangleCoversThePixelsWhoseCentresLieInIt(float[] corners)
    {
        Texture color = Texture2D(Size, Size, PixelFormat.R8_G8_B8_A8_UNorm, TextureUsage.RenderTarget);
        Framebuffer framebuffer = Targets(null, color);
        Pipeline pipeline = Pipeline(framebuffer, "Colored.vert", "Colored.frag", [Colored], []);
        DeviceBuffer vertices = Buffer(Vertices(corners, 0, Vector4.One), BufferUsage.VertexBuffer);

        Draw(framebuffer, pipeline, vertices);

        uint[,] found = Read<uint>(color);
        for (int y = 0; y < Size; y++)
        {
            for (int x = 0; x < Size; x++)
                Assert.True((found[y, x] != 0) == Covers(corners, x + 0.5, y + 0.5), $"pixel ({x}, {y}): {found[y, x]:X8}");
        }
    }

    [Theory]
    [InlineData(FaceCullMode.None, FrontFace.Clockwise, true)]
    [InlineData(FaceCullMode.Back, FrontFace.Clockwise, true)]
    [InlineData(FaceCullMode.Back, FrontFace.CounterClockwise, false)]
    [InlineData(FaceCullMode.Front, FrontFace.Clockwise, false)]
    [InlineData(FaceCullMode.Front, FrontFace.CounterClockwise, true)]
    public void WindingIsThatSeenInTheImage(FaceCullMode cull, FrontFace front, bool isDrawn)
    {
        Texture color = Texture2D(Size, Size, PixelFormat.R8_G8_B8_A8_UNorm, TextureUsage.RenderTarget);
        Framebuffer framebuffer = Targets(null, color);
        var raster = new RasterizerStateDescription(cull, PolygonFillMode.Solid, front, true, false);
        Pipeline pipeline = Pipeline(framebuffer, "Colored.vert", "Colored.frag", [Colored], [], null, raster);

        // Top left, top right, bottom: clockwise on the image.
        DeviceBuffer vertices = Buffer(Vertices([4, 4, 28, 4, 16, 28], 0, Vector4.One), BufferUsage.VertexBuffer);
        Draw(framebuffer, pipeline, vertices);

        Assert.Equal(isDrawn ? uint.MaxValue : 0, Read<uint>(color)[10, 16]);
    }

    [Fact]
    public void TheNearerOfTwoWins()
    {
        Texture color = Texture2D(Size, Size, PixelFormat.R8_G8_B8_A8_UNorm, TextureUsage.RenderTarget);
        Texture depth = Texture2D(Size, Size, PixelFormat.R32_Float, TextureUsage.DepthStencil | TextureUsage.Sampled);
        Framebuffer framebuffer = Targets(depth, color);
        Pipeline pipeline = Pipeline(
            framebuffer, "Colored.vert", "Colored.frag", [Colored], [], DepthStencilStateDescription.DepthOnlyLessEqual);
        float[] left = [0, 0, 20, 0, 0, 64];
        float[] everything = [-1, -1, 70, -1, -1, 70];
        DeviceBuffer vertices = Buffer<float>(
            [.. Vertices(left, 0.25f, new Vector4(1, 0, 0, 1)), .. Vertices(everything, 0.75f, new Vector4(0, 1, 0, 1))],
            BufferUsage.VertexBuffer);

        Run(commands =>
        {
            commands.SetFramebuffer(framebuffer);
            commands.ClearColorTarget(0, RgbaFloat.Clear);
            commands.ClearDepthStencil(1);
            commands.SetPipeline(pipeline);
            commands.SetVertexBuffer(0, vertices);
            commands.Draw(6);
        });

        Assert.Equal(0xFF0000FFu, Read<uint>(color)[3, 3]);
        Assert.Equal(0xFF00FF00u, Read<uint>(color)[3, 28]);
        Assert.Equal(0.25f, Read<float>(depth)[3, 3]);
        Assert.Equal(0.75f, Read<float>(depth)[3, 28]);
    }

    [Fact]
    public void ScissorCutsOnlyWhereThePipelineSaysSo()
    {
        Texture color = Texture2D(Size, Size, PixelFormat.R8_G8_B8_A8_UNorm, TextureUsage.RenderTarget);
        Framebuffer framebuffer = Targets(null, color);
        RasterizerStateDescription scissored = RasterizerStateDescription.CullNone;
        scissored.ScissorTestEnabled = true;
        Pipeline free = Pipeline(framebuffer, "Colored.vert", "Colored.frag", [Colored], []);
        Pipeline cut = Pipeline(framebuffer, "Colored.vert", "Colored.frag", [Colored], [], null, scissored);
        DeviceBuffer vertices = Buffer<float>(
            [
                .. Vertices([-1, -1, 70, -1, -1, 70], 0, new Vector4(0, 0, 1, 1)),
                .. Vertices([-1, -1, 70, -1, -1, 70], 0, new Vector4(1, 0, 0, 1)),
            ],
            BufferUsage.VertexBuffer);

        Run(commands =>
        {
            commands.SetFramebuffer(framebuffer);
            commands.SetScissorRect(0, 3, 5, 10, 7);
            commands.SetVertexBuffer(0, vertices);
            commands.SetPipeline(free);
            commands.Draw(3);
            commands.SetPipeline(cut);
            commands.Draw(3, 1, 3, 0);
        });

        uint[,] found = Read<uint>(color);
        for (int y = 0; y < Size; y++)
        {
            for (int x = 0; x < Size; x++)
            {
                bool isInside = x is >= 3 and < 13 && y is >= 5 and < 12;
                Assert.Equal(isInside ? 0xFF0000FFu : 0xFFFF0000u, found[y, x]);
            }
        }
    }

    [Fact]
    public void ViewportPutsClipSpaceUpsideUp()
    {
        Texture color = Texture2D(Size, Size, PixelFormat.R8_G8_B8_A8_UNorm, TextureUsage.RenderTarget);
        Framebuffer framebuffer = Targets(null, color);
        Pipeline pipeline = Pipeline(framebuffer, "Colored.vert", "Colored.frag", [Colored], []);

        // The upper half of clip space.
        float[] upper = [-1, 0, 0, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, -1, 1, 0, 1, 1, 1, 1];
        float[] more = [-1, 1, 0, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1];
        DeviceBuffer vertices = Buffer<float>([.. upper, .. more], BufferUsage.VertexBuffer);
        Run(commands =>
        {
            commands.SetFramebuffer(framebuffer);
            commands.ClearColorTarget(0, RgbaFloat.Clear);
            commands.SetViewport(0, new Viewport(8, 4, 16, 20, 0, 1));
            commands.SetPipeline(pipeline);
            commands.SetVertexBuffer(0, vertices);
            commands.Draw(6);
        });

        Assert.False(Device.IsClipSpaceYInverted);
        uint[,] found = Read<uint>(color);
        for (int y = 0; y < Size; y++)
        {
            for (int x = 0; x < Size; x++)
            {
                bool isInside = x is >= 8 and < 24 && y is >= 4 and < 14;
                Assert.True((found[y, x] != 0) == isInside, $"pixel ({x}, {y}): {found[y, x]:X8}");
            }
        }
    }

    [Fact]
    public void AlphaBlendMixesByAlpha()
    {
        Texture color = Texture2D(Size, Size, PixelFormat.R32_G32_B32_A32_Float, TextureUsage.RenderTarget);
        Framebuffer framebuffer = Targets(null, color);
        Pipeline pipeline = Pipeline(
            framebuffer, "Colored.vert", "Colored.frag", [Colored], [], blend: BlendAttachmentDescription.AlphaBlend);
        DeviceBuffer vertices = Buffer(
            Vertices([-1, -1, 70, -1, -1, 70], 0, new Vector4(1, 0.5f, 0, 0.25f)), BufferUsage.VertexBuffer);
        Run(commands =>
        {
            commands.SetFramebuffer(framebuffer);
            commands.ClearColorTarget(0, new RgbaFloat(0, 1, 1, 1));
            commands.SetPipeline(pipeline);
            commands.SetVertexBuffer(0, vertices);
            commands.Draw(3);
        });

        // source · 0.25 + destination · 0.75, exact in binary.
        Assert.Equal(new Vector4(0.25f, 0.875f, 0.75f, 0.8125f), Read<Vector4>(color)[7, 9]);
    }

    [Fact]
    public void ThreeTargetsOfDifferentFormatsAreWrittenAtOnce()
    {
        Texture color = Texture2D(Size, Size, PixelFormat.R8_G8_B8_A8_UNorm, TextureUsage.RenderTarget);
        Texture id = Texture2D(Size, Size, PixelFormat.R32_UInt, TextureUsage.RenderTarget);
        Texture distance = Texture2D(Size, Size, PixelFormat.R32_Float, TextureUsage.RenderTarget);
        Texture depth = Texture2D(Size, Size, PixelFormat.R32_Float, TextureUsage.DepthStencil);
        Framebuffer framebuffer = Targets(depth, color, id, distance);
        Pipeline pipeline = Pipeline(
            framebuffer, "FullScreen.vert", "Targets.frag", [], [], DepthStencilStateDescription.DepthOnlyLessEqual);
        Run(commands =>
        {
            commands.SetFramebuffer(framebuffer);
            commands.ClearDepthStencil(1);
            commands.SetPipeline(pipeline);
            commands.Draw(3);
        });

        uint[,] colors = Read<uint>(color);
        uint[,] ids = Read<uint>(id);
        float[,] distances = Read<float>(distance);
        float[,] depths = Read<float>(depth);
        for (uint y = 0; y < Size; y++)
        {
            for (uint x = 0; x < Size; x++)
            {
                Assert.Equal(0xFF000000u | (y << 8) | x, colors[y, x]);
                Assert.Equal(0x80000000u + (y * 1000) + x, ids[y, x]);
                Assert.Equal(x + (y / 1024f), distances[y, x]);
                Assert.Equal(0.5f, depths[y, x]);
            }
        }
    }

    private static float[] Vertices(float[] corners, float depth, Vector4 color)
    {
        var vertices = new List<float>();
        for (int i = 0; i < 3; i++)
        {
            vertices.AddRange(
                [(corners[2 * i] / Size * 2) - 1, 1 - (corners[(2 * i) + 1] / Size * 2), depth, color.X, color.Y, color.Z, color.W]);
        }

        return [.. vertices];
    }

    private static bool Covers(float[] c, double x, double y)
    {
        double a = Side(c[0], c[1], c[2], c[3], x, y);
        double b = Side(c[2], c[3], c[4], c[5], x, y);
        double d = Side(c[4], c[5], c[0], c[1], x, y);
        return (a > 0 && b > 0 && d > 0) || (a < 0 && b < 0 && d < 0);
    }

    private static double Side(double ax, double ay, double bx, double by, double x, double y) =>
        ((bx - ax) * (y - ay)) - ((by - ay) * (x - ax));

    private void Draw(Framebuffer framebuffer, Pipeline pipeline, DeviceBuffer vertices) => Run(commands =>
    {
        commands.SetFramebuffer(framebuffer);
        commands.ClearColorTarget(0, RgbaFloat.Clear);
        commands.SetPipeline(pipeline);
        commands.SetVertexBuffer(0, vertices);
        commands.Draw(3);
    });
}

using System.Numerics;
using SynthRender.Graph;

namespace SynthRender.Tests.Graph;

public sealed class BoundingBoxTests
{
    [Fact]
    public void The_empty_box_is_neutral()
    {
        var box = new BoundingBox(Vector3.Zero, Vector3.One);
        Assert.Equal(box, BoundingBox.Empty.Union(box));
        Assert.True(BoundingBox.Empty.IsEmpty);
        Assert.Equal(Vector3.Zero, BoundingBox.Empty.Size);
        Assert.True(BoundingBox.Empty.Transform(Matrix4x4.CreateTranslation(1, 2, 3)).IsEmpty);
        Assert.False(BoundingBox.Empty.Include(Vector3.One).IsEmpty);
    }

    [Fact]
    public void A_turned_box_is_the_box_of_its_corners()
    {
        var box = new BoundingBox(new Vector3(-1, 0, 2), new Vector3(3, 1, 5));
        var matrix = Matrix4x4.CreateFromYawPitchRoll(0.3f, 1.1f, -0.7f) * Matrix4x4.CreateTranslation(4, 5, 6);
        var expected = BoundingBox.Empty;
        for (var corner = 0; corner < 8; corner++)
            expected = expected.Include(Vector3.Transform(
                new Vector3((corner & 1) == 0 ? box.Min.X : box.Max.X, (corner & 2) == 0 ? box.Min.Y : box.Max.Y, (corner & 4) == 0 ? box.Min.Z : box.Max.Z), matrix));
        var actual = box.Transform(matrix);
        // Single precision on values below 20.
        Assert.True(Vector3.Distance(expected.Min, actual.Min) < 1e-5f && Vector3.Distance(expected.Max, actual.Max) < 1e-5f);
    }
}

using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SynthRender.Cli.Bench;

/// <summary>
/// A benchmark workload: what stands where in each frame, so that different renderers draw the same pictures. Z-up, metres, column
/// vectors, row-major matrices; the shape of W1's workload.json.
/// </summary>
internal sealed record Workload(
    [property: JsonPropertyName("ground")] WorkloadGround Ground,
    [property: JsonPropertyName("glbs")] IReadOnlyList<string> Models,
    [property: JsonPropertyName("frames")] IReadOnlyList<WorkloadFrame> Frames)
{
    /// <summary>Reads a workload and checks that it can be drawn.</summary>
    /// <exception cref="InvalidDataException">The file is not a workload; the message says what is wrong with it.</exception>
    public static Workload Load(string path)
    {
        try
        {
            var workload = JsonSerializer.Deserialize<Workload>(File.ReadAllText(path))
                ?? throw new InvalidDataException($"{path}: the workload is null.");
            workload.Check(path);
            return workload;
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path}: not a workload: {error.Message}", error);
        }
    }

    /// <summary>
    /// Turns a Z-up matrix that is applied to column vectors into a Y-up transform for row vectors. Object matrices map Z-up local
    /// coordinates too; cameras keep their local axes.
    /// </summary>
    public static Matrix4x4 ToYUp(float[][] zUp, bool localIsZUp)
    {
        var matrix = Matrix4x4.Transpose(new Matrix4x4(
            zUp[0][0], zUp[0][1], zUp[0][2], zUp[0][3],
            zUp[1][0], zUp[1][1], zUp[1][2], zUp[1][3],
            zUp[2][0], zUp[2][1], zUp[2][2], zUp[2][3],
            zUp[3][0], zUp[3][1], zUp[3][2], zUp[3][3]));
        var yUpFromZUp = new Matrix4x4(1, 0, 0, 0, 0, 0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1);
        return localIsZUp ? Matrix4x4.Transpose(yUpFromZUp) * matrix * yUpFromZUp : matrix * yUpFromZUp;
    }

    /// <summary>A Z-up point or direction in Y-up axes.</summary>
    public static Vector3 ToYUp(float[] zUp) => new(zUp[0], zUp[2], -zUp[1]);

    private void Check(string path)
    {
        if (Ground is null || Models is null || Frames is null)
            throw new InvalidDataException($"{path}: a workload has 'ground', 'glbs' and 'frames'.");
        if (Frames.Count < 2)
            throw new InvalidDataException($"{path}: 'frames' has {Frames.Count} entries; at least two are needed, the first warms up.");
        for (var i = 0; i < Frames.Count; i++)
        {
            foreach (var item in Frames[i].Objects)
            {
                if (!Models.Contains(item.Model))
                    throw new InvalidDataException($"{path}: frames[{i}] places '{item.Model}', which is not in 'glbs'.");
                if (item.Matrix.Length != 4 || item.Matrix.Any(row => row.Length != 4))
                    throw new InvalidDataException($"{path}: frames[{i}]: the matrix of '{item.Model}' is not 4×4.");
            }
        }
    }
}

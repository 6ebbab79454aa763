using System.Numerics;

namespace SynthRender.Modeling.Textures;

/// <summary>Fills the texels that no chart covers with smooth continuations, so that filtering and compression see no edges.</summary>
internal static class EmptyTexels
{
    /// <summary>Averages down to ever smaller images over what is covered, then fills the holes back up.</summary>
    public static void Fill(Vector3[] map, bool[] covered, int size)
    {
        if (size % 2 != 0 || size == 1)
        {
            var sum = Vector3.Zero;
            var count = 0;
            for (var i = 0; i < map.Length; i++)
                if (covered[i])
                    (sum, count) = (sum + map[i], count + 1);
            for (var i = 0; i < map.Length; i++)
                if (!covered[i] && count > 0)
                    map[i] = sum / count;
            return;
        }

        var half = size / 2;
        var small = new Vector3[half * half];
        var smallCovered = new bool[half * half];
        for (var y = 0; y < half; y++)
        {
            for (var x = 0; x < half; x++)
            {
                var sum = Vector3.Zero;
                var count = 0;
                for (var k = 0; k < 4; k++)
                {
                    var at = (2 * y + k / 2) * size + 2 * x + k % 2;
                    if (covered[at])
                        (sum, count) = (sum + map[at], count + 1);
                }

                if (count > 0)
                    (small[y * half + x], smallCovered[y * half + x]) = (sum / count, true);
            }
        }

        Fill(small, smallCovered, half);
        for (var i = 0; i < map.Length; i++)
            if (!covered[i])
                map[i] = small[i / size / 2 * half + i % size / 2];
    }
}

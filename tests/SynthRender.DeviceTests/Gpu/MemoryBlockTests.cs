using SynthRender.Gpu.Vulkan;

namespace SynthRender.DeviceTests.Gpu;

/// <summary>The free list of a memory block, against a plain map of its bytes.</summary>
public sealed class MemoryBlockTests
{
    private const int Size = 4096;

    [Theory]
    [InlineData(1u)]
    [InlineData(2u)]
    [InlineData(3u)]
    public void RangesNeverOverlapAndJoinAgain(uint seed)
    {
        var block = new VkMemoryBlock(default, Size, IntPtr.Zero, 0, false);
        bool[] taken = new bool[Size];
        var ranges = new List<(int Offset, int Size)>();
        for (int step = 0; step < 5000; step++)
        {
            // Numerical Recipes' linear congruence; what matters is that it is the same every time.
            seed = (seed * 1664525) + 1013904223;
            if ((seed >> 28) < 9)
            {
                int size = 1 + (int)((seed >> 8) % 300);
                int alignment = 1 << (int)((seed >> 20) % 9);
                bool isTaken = block.TryTake((ulong)size, (ulong)alignment, out ulong offset);
                Assert.Equal(HasRoom(taken, size, alignment), isTaken);
                if (!isTaken)
                    continue;
                Assert.Equal(0ul, offset % (ulong)alignment);
                Span<bool> range = taken.AsSpan((int)offset, size);
                Assert.False(range.Contains(true), $"step {step}: {size} bytes at {offset} were taken already");
                range.Fill(true);
                ranges.Add(((int)offset, size));
            }
            else if (ranges.Count > 0)
            {
                int index = (int)((seed >> 8) % (uint)ranges.Count);
                (int offset, int size) = ranges[index];
                ranges.RemoveAt(index);
                block.Give((ulong)offset, (ulong)size);
                taken.AsSpan(offset, size).Clear();
            }

            Assert.Equal(ranges.Count == 0, block.IsUnused);
        }

        foreach ((int offset, int size) in ranges)
            block.Give((ulong)offset, (ulong)size);
        Assert.True(block.IsUnused);
        Assert.True(block.TryTake(Size, 1, out _));
    }

    private static bool HasRoom(bool[] taken, int size, int alignment)
    {
        for (int start = 0; start + size <= Size; start += alignment)
        {
            if (!taken.AsSpan(start, size).Contains(true))
                return true;
        }

        return false;
    }
}

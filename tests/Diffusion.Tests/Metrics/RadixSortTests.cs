using Diffusion.Metrics;

namespace Diffusion.Tests.Metrics;

public class RadixSortTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(5000)]
    public void Ascending_OfAnyFiniteFloats_EqualsTheFrameworksSort(int count)
    {
        var random = new Random(count);
        float[] values = [.. Enumerable.Range(0, count).Select(i => i % 5 == 0
            ? BitConverter.UInt32BitsToSingle((uint)random.Next() & 0xBF7F_FFFF | (uint)(i % 2) << 31)
            : (float)(random.NextDouble() * 4 - 2))];
        if (count > 3) (values[0], values[1], values[2], values[3]) = (0, float.MaxValue, -float.MaxValue, float.Epsilon);
        var expected = values.Order().ToArray();
        RadixSort.Ascending(values, new uint[count]);
        Assert.Equal(expected, values);
    }
}

using static TorchSharp.torch;

namespace TorchSharp.Contract.Tests;

/// <summary>Tensors by formula, the same as in the PyTorch program that gave expected values, and comparison.</summary>
internal static class Numbers
{
    /// <summary>sin(0.7 i + phase), i counting the elements.</summary>
    public static Tensor Wave(long[] shape, double phase = 0)
    {
        var count = shape.Aggregate(1L, (product, size) => product * size);
        return tensor([.. Enumerable.Range(0, (int)count).Select(i => (float)Math.Sin((0.7 * i) + phase))]).reshape(shape);
    }

    public static Modules.Parameter Parameter(long[] shape, double phase = 0) => new(Wave(shape, phase));

    public static float[] Values(this Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().to(ScalarType.Float32).contiguous().data<float>().ToArray();
    }

    /// <summary>By the largest difference, relative to the largest expected value.</summary>
    public static void AssertClose(ReadOnlySpan<float> expected, Tensor actual, double tolerance = 1e-6)
    {
        var values = actual.Values();
        Assert.Equal(expected.Length, values.Length);
        double worst = 0, scale = 0;
        for (var i = 0; i < values.Length; i++)
        {
            worst = Math.Max(worst, double.IsNaN(values[i]) ? double.PositiveInfinity : Math.Abs(values[i] - expected[i]));
            scale = Math.Max(scale, Math.Abs(expected[i]));
        }
        Assert.True(worst <= tolerance * scale, $"off by {worst:g3}, the values go up to {scale:g3}: {string.Join(", ", values)}");
    }
}

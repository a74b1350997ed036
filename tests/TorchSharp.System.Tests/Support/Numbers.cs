using static TorchSharp.torch;

namespace TorchSharp.Tests.Support;

/// <summary>Tensors by formula, the same as in the PyTorch program that gave the expected values, and comparison.</summary>
internal static class Numbers
{
    /// <summary>sin(0.7 i + phase), i counting the elements.</summary>
    public static Tensor Wave(long[] shape, double phase = 0)
    {
        var count = shape.Aggregate(1L, (product, size) => product * size);
        var values = Enumerable.Range(0, (int)count).Select(i => (float)Math.Sin((0.7 * i) + phase)).ToArray();
        return tensor(values).reshape(shape);
    }

    public static Modules.Parameter Parameter(long[] shape, double phase = 0) => new(Wave(shape, phase));

    public static float[] Values(this Tensor tensor)
    {
        using var flat = tensor.detach().cpu().to_type(ScalarType.Float32).reshape(-1);
        return flat.data<float>().ToArray();
    }

    /// <summary>The largest difference, relative to the largest expected value.</summary>
    public static void AssertClose(ReadOnlySpan<float> expected, Tensor actual, double tolerance = 1e-6)
    {
        var values = actual.Values();
        Assert.Equal(expected.Length, values.Length);
        double worst = 0, scale = 0;
        for (var i = 0; i < values.Length; i++)
        {
            Assert.False(float.IsNaN(values[i]), $"element {i} is NaN");
            worst = Math.Max(worst, Math.Abs(values[i] - expected[i]));
            scale = Math.Max(scale, Math.Abs(expected[i]));
        }
        Assert.True(worst <= tolerance * scale, $"off by {worst:g3}, the values go up to {scale:g3}");
    }

    public static void AssertClose(double expected, Tensor actual, double tolerance = 1e-6) => AssertClose([(float)expected], actual, tolerance);
}

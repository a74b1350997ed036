using static TorchSharp.torch;

namespace Diffusion.Tests;

/// <summary>Comparison by the largest absolute difference.</summary>
internal static class Near
{
    public static double Difference(Tensor a, Tensor b)
    {
        Assert.Equal(a.shape, b.shape);
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        return (a.to(ScalarType.Float64) - b.to(ScalarType.Float64)).abs().max().item<double>();
    }

    public static void Equal(Tensor expected, Tensor actual, double tolerance)
    {
        var difference = Difference(expected, actual);
        Assert.True(difference <= tolerance, $"The largest difference is {difference:g3}, more than {tolerance:g3}.");
    }

    public static void Equal(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance, $"Entry {i} is {actual[i]:r}, not {expected[i]:r}.");
    }
}

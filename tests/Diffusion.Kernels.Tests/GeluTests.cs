
namespace Diffusion.Kernels.Tests;

/// <summary>GELU and its derivative against x Φ(x) and Φ(x) + x φ(x) in double, which no tensor engine has a part in.</summary>
/// <remarks>
/// libtorch is no oracle here: it computes GELU by other formulas on other processors. libtorch 2.10's own errors with AVX2, on a quarter of a million
/// points: 3.7e-7 at most (6.8 units in the last place) above zero, and 2.6e-7 below it, where it rounds 1 + erf(x/√2): 5 % off at −5, and off by its
/// whole size from −5.5 on. The kernel's: 4.2e-7 (7.1 units) above zero, 2.1e-7 below it; 0.2 % off at −5 and 4 % at −13.
/// </remarks>
public unsafe class GeluTests
{
    private const int Count = 16 * 16 * 16;                             // one picture of 16 channels

    [Theory]
    [InlineData(-6, 6)]
    [InlineData(-30, 30)]
    [InlineData(-1e-3, 1e-3)]
    public void Gelu_BetweenBounds_IsExactToSomeUnitsInTheLastPlace(double from, double to)
    {
        var x = Grid(from, to);
        var (value, derivative) = Gelu(x);
        for (var i = 0; i < Count; i++)
        {
            var (expected, expectedDerivative) = Exact(x[i]);
            AssertNear(expected, value[i], 3e-7 * Math.Min(Math.Abs(x[i]), 1) + 1e-7 * Math.Abs(expected), x[i]);
            AssertNear(expectedDerivative, derivative[i], 4e-7, x[i]);
        }
    }

    [Fact]
    public void Gelu_FarBelowZero_KeepsItsSizeUntilFloat32Ends()
    {
        var x = Grid(-30, -4);
        var (value, _) = Gelu(x);
        for (var i = 0; i < Count; i++)
        {
            var expected = Exact(x[i]).Value;
            // e^(−x²/2) stays at float32's smallest normal number from −13.19 on.
            AssertNear(expected, value[i], x[i] < -13 ? 1e-37 : -0.05 * expected, x[i]);
        }
    }

    [Fact]
    public void Gelu_AtTheEnds_IsTheArgumentZeroOrNoNumber()
    {
        var x = new float[Count];
        float[] ends = [0, 1e30f, float.PositiveInfinity, -1e30f, float.NaN];
        ends.CopyTo(x, 0);
        var (value, derivative) = Gelu(x);
        Assert.Equal([0, 1e30f, float.PositiveInfinity, 0, float.NaN], value[..ends.Length]);
        Assert.Equal(0.5f, derivative[0]);
        Assert.Equal(1f, derivative[1]);
        Assert.Equal(0f, derivative[3], 1e-6f);
    }

    // Both ways through memory, with and without the derivative, and both lengths of vectors, must give the same bits.
    private static (float[] Value, float[] Derivative) Gelu(float[] x)
    {
        Assert.SkipUnless(ProcessorVectors.IsSupported, "This processor's vectors are too short.");
        using var memory = new MapMemory(1);
        FeatureMaps input = memory.Maps(16, 16), value = memory.Maps(16, 16), derivative = memory.Maps(16, 16), numbers = memory.Maps(1, 32);
        x.CopyTo(new Span<float>(input.Image(0), Count));
        new Span<float>(numbers.Image(0), 16).Fill(1);
        BatchNormGelu<Lanes512>.Apply(input, numbers.Image(0), numbers.Image(0) + 16, value, derivative, 0, 1);
        var values = new Span<float>(value.Image(0), Count).ToArray();
        BatchNormGelu<Lanes256>.Apply(input, numbers.Image(0), numbers.Image(0) + 16, value, derivative, 0, 1);
        Assert.Equal(values, new Span<float>(value.Image(0), Count).ToArray());
        BatchNormGelu<Lanes256>.Apply(input, numbers.Image(0), numbers.Image(0) + 16, input, 0, 1);
        Assert.Equal(values, new Span<float>(input.Image(0), Count).ToArray());
        return (values, new Span<float>(derivative.Image(0), Count).ToArray());
    }

    private static float[] Grid(double from, double to) =>
        [.. Enumerable.Range(0, Count).Select(i => (float)(from + (to - from) * i / (Count - 1)))];

    private static (double Value, double Derivative) Exact(double x)
    {
        var z = Math.Abs(x) / Math.Sqrt(2);
        var tail = z < 2.5 ? 0.5 * (1 - Erf(z)) : 0.5 * Erfc(z);          // Φ(−|x|)
        var distribution = x < 0 ? tail : 1 - tail;
        return (x * distribution, distribution + x * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));
    }

    // 2/√π e^(−z²) Σ 2ⁿ z²ⁿ⁺¹ / (2n + 1)!!, all terms positive (Abramowitz and Stegun 1964, 7.1.6).
    private static double Erf(double z)
    {
        double term = z, sum = z;
        for (var n = 1; term > 1e-17 * sum; n++) sum += term *= 2 * z * z / (2 * n + 1);
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-z * z) * sum;
    }

    // The continued fraction z + (1/2)/(z + 1/(z + (3/2)/(z + …))), from its 100th term up (7.1.14).
    private static double Erfc(double z)
    {
        var fraction = z;
        for (var n = 100; n > 0; n--) fraction = z + n / 2.0 / fraction;
        return Math.Exp(-z * z) / Math.Sqrt(Math.PI) / fraction;
    }

    private static void AssertNear(double expected, float actual, double tolerance, float x) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"x = {x:r}: {actual:r}, not {expected:r}; off by {Math.Abs(expected - actual):g3}");
}

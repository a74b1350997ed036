
namespace Diffusion.Kernels.Tests;

public sealed class PanelProductTests
{
    [Theory]
    [InlineData(1, 1, 32, false)]
    [InlineData(4, 7, 32, false)]
    [InlineData(7, 50, 64, false)]
    [InlineData(66, 3, 96, false)]
    [InlineData(66, 3, 96, true)]
    public void Accumulate_AnyShape_AddsTheProduct(int rows, int depth, int columns, bool longVectors)
    {
        Assert.SkipUnless(ProcessorVectors.IsSupported, "This processor's vectors are too short.");
        var (a, b, c) = (Draw(rows * depth, 1), Draw(depth * columns, 2), Draw(rows * columns, 3));
        var expected = Plain(a, depth, 1, b, c, rows, depth, columns);
        if (longVectors) PanelProduct<Lanes512>.Accumulate(a, depth, 1, b, c, rows, depth, columns);
        else PanelProduct<Lanes256>.Accumulate(a, depth, 1, b, c, rows, depth, columns);
        AssertNear(expected, c);
    }

    [Fact]
    public void Accumulate_ATransposedMatrix_IsReadThroughItsStrides()
    {
        Assert.SkipUnless(ProcessorVectors.IsSupported, "This processor's vectors are too short.");
        var (a, b, c) = (Draw(9 * 6, 1), Draw(9 * 32, 2), Draw(6 * 32, 3));
        var expected = Plain(a, 1, 6, b, c, 6, 9, 32);
        PanelProduct<Lanes256>.Accumulate(a, 1, 6, b, c, 6, 9, 32);
        AssertNear(expected, c);
    }

    [Fact]
    public void Accumulate_WithAFloor_RaisesWhatIsBelowAndKeepsNaN()
    {
        Assert.SkipUnless(ProcessorVectors.IsSupported, "This processor's vectors are too short.");
        var c = new float[32];
        (c[0], c[1], c[2]) = (-1, 2, float.NaN);
        PanelProduct<Lanes256>.Accumulate([0], 1, 1, new float[32], c, 1, 1, 32, floor: 0);
        Assert.Equal([0, 2, float.NaN, 0], c[..4]);
    }

    [Fact]
    public void Accumulate_AMatrixThatIsTooSmall_IsRefusedBeforeMemoryIsTouched()
    {
        Assert.SkipUnless(ProcessorVectors.IsSupported, "This processor's vectors are too short.");
        Assert.Throws<ArgumentOutOfRangeException>(() => PanelProduct<Lanes256>.Accumulate(new float[7], 4, 1, new float[128], new float[64], 2, 4, 32));
        Assert.Throws<ArgumentOutOfRangeException>(() => PanelProduct<Lanes256>.Accumulate(new float[8], 4, 1, new float[127], new float[64], 2, 4, 32));
        Assert.Throws<ArgumentOutOfRangeException>(() => PanelProduct<Lanes256>.Accumulate(new float[8], 4, 1, new float[128], new float[63], 2, 4, 32));
    }

    private static double[] Plain(float[] a, int row, int column, float[] b, float[] c, int rows, int depth, int columns)
        => [.. from i in Enumerable.Range(0, rows)
               from j in Enumerable.Range(0, columns)
               select c[i * columns + j] + Enumerable.Range(0, depth).Sum(k => (double)a[i * row + k * column] * b[k * columns + j])];

    private static void AssertNear(double[] expected, float[] actual)
        => Assert.InRange(expected.Zip(actual, (e, x) => Math.Abs(e - x)).Max(), 0, 1e-5);

    private static float[] Draw(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }
}

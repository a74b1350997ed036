using Diffusion.Metrics;

namespace Diffusion.Tests.Metrics;

public class SymmetricMatrixTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    public void Decompose_PutTogetherAgain_IsTheMatrix(int n)
    {
        var random = new Random(n);
        var matrix = Enumerable.Range(0, n).Select(_ => new double[n]).ToArray();
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++)
                matrix[i][j] = matrix[j][i] = random.NextDouble() - 0.5;
        var (values, vectors) = SymmetricMatrix.Decompose(matrix);
        for (int i = 0; i < n; i++)
        {
            var rebuilt = Enumerable.Range(0, n).Select(j => Enumerable.Range(0, n).Sum(k => values[k] * vectors[k][i] * vectors[k][j]));
            Near.Equal(matrix[i], [.. rebuilt], 1e-12);
            var products = Enumerable.Range(0, n).Select(j => vectors[i].Zip(vectors[j], (x, y) => x * y).Sum());
            Near.Equal([.. Enumerable.Range(0, n).Select(j => i == j ? 1.0 : 0)], [.. products], 1e-12);
        }
    }

    [Fact]
    public void Decompose_OfAKnownMatrix_HasItsEigenvalues()
    {
        var (values, _) = SymmetricMatrix.Decompose([[2, 1], [1, 2]]);
        Near.Equal([1, 3], [.. values.Order()], 1e-14);
    }
}

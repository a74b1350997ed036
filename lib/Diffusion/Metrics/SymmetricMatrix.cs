namespace Diffusion.Metrics;

/// <summary>Eigenvalues of small symmetric matrices by Jacobi's rotations: slow for thousands of rows, exact to rounding for any.</summary>
internal static class SymmetricMatrix
{
    private const int MostSweeps = 60;

    /// <summary>A = V diag(λ) Vᵀ; row k of <c>Vectors</c> belongs to eigenvalue k.</summary>
    /// <param name="matrix">A, symmetric; it is left as it is.</param>
    public static (double[] Values, double[][] Vectors) Decompose(double[][] matrix)
    {
        int n = matrix.Length;
        var a = Array.ConvertAll(matrix, row => (double[])row.Clone());
        var vectors = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j => i == j ? 1.0 : 0).ToArray()).ToArray();
        // Rotations leave the sum of squares as it is and move it to the diagonal.
        double negligible = 1e-30 * a.Sum(row => row.Sum(x => x * x));
        for (int sweep = 0; sweep < MostSweeps && OffDiagonal(a) > negligible; sweep++)
            for (int p = 0; p < n; p++)
                for (int q = p + 1; q < n; q++)
                    if (a[p][q] != 0) Rotate(a, vectors, p, q);
        return ([.. Enumerable.Range(0, n).Select(i => a[i][i])], vectors);
    }

    // Turns axes p and q so that a[p][q] becomes 0 (Golub and Van Loan 2013, section 8.5).
    private static void Rotate(double[][] a, double[][] vectors, int p, int q)
    {
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
        double cosine = 1 / Math.Sqrt(tangent * tangent + 1), sine = tangent * cosine;
        foreach (var row in a) (row[p], row[q]) = (cosine * row[p] - sine * row[q], sine * row[p] + cosine * row[q]);
        Turn(a[p], a[q], cosine, sine);
        Turn(vectors[p], vectors[q], cosine, sine);
    }

    private static void Turn(double[] x, double[] y, double cosine, double sine)
    {
        for (int i = 0; i < x.Length; i++) (x[i], y[i]) = (cosine * x[i] - sine * y[i], sine * x[i] + cosine * y[i]);
    }

    private static double OffDiagonal(double[][] a)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            for (int j = 0; j < i; j++)
                sum += 2 * a[i][j] * a[i][j];
        return sum;
    }
}

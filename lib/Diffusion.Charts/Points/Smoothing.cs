namespace Diffusion.Charts;

/// <summary>Smoothing for drawing only.</summary>
internal static class Smoothing
{
    /// <summary>An exponential moving average, corrected for its start at zero as Adam's moments are.</summary>
    /// <param name="values">The raw values.</param>
    /// <param name="window">About how many values are averaged.</param>
    public static double[] Average(ReadOnlySpan<double> values, double window)
    {
        double keep = 1 - (1 / Math.Max(1, window)), sum = 0, weight = 0;
        var smooth = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            sum = (keep * sum) + ((1 - keep) * values[i]);
            weight = (keep * weight) + (1 - keep);
            smooth[i] = sum / weight;
        }

        return smooth;
    }

    /// <summary>A Gaussian blur, along rows and then along columns; what would leave the grid is lost.</summary>
    public static double[,] Blur(double[,] values, double deviation)
    {
        var reach = (int)Math.Ceiling(3 * deviation);
        if (reach == 0)
            return values;
        var kernel = Enumerable.Range(-reach, (2 * reach) + 1).Select(
            i => Math.Exp(-0.5 * i * i / (deviation * deviation))).ToArray();
        var sum = kernel.Sum();
        for (var i = 0; i < kernel.Length; i++)
            kernel[i] /= sum;
        return Transpose(AlongRows(Transpose(AlongRows(values, kernel)), kernel));
    }

    private static double[,] AlongRows(double[,] values, double[] kernel)
    {
        int rows = values.GetLength(0), columns = values.GetLength(1), reach = kernel.Length / 2;
        var result = new double[rows, columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                for (var k = Math.Max(0, column - reach); k <= Math.Min(columns - 1, column + reach); k++)
                    result[row, column] += values[row, k] * kernel[k - column + reach];
            }
        }

        return result;
    }

    private static double[,] Transpose(double[,] values)
    {
        var result = new double[values.GetLength(1), values.GetLength(0)];
        for (var row = 0; row < values.GetLength(0); row++)
        {
            for (var column = 0; column < values.GetLength(1); column++)
                result[column, row] = values[row, column];
        }

        return result;
    }
}

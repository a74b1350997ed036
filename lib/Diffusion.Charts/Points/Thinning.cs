using System.Globalization;

namespace Diffusion.Charts;

/// <summary>
/// How large clouds are drawn as single marks: every k-th point, with the smallest k that leaves at most the
/// wanted number. Deterministic, and index i stays the same point through all frames of an animation.
/// </summary>
public static class Thinning
{
    /// <summary>The most points that one cloud is drawn with.</summary>
    public const int MaxPoints = 2000;

    /// <summary>The step k between drawn points.</summary>
    /// <param name="count">How many points there are.</param>
    /// <param name="most">How many may be drawn.</param>
    public static int Stride(int count, int most = MaxPoints)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return Math.Max(1, (count + most - 1) / most);
    }

    /// <summary>The cloud with every k-th point only.</summary>
    internal static PointCloud Thin(PointCloud points, int most = MaxPoints)
    {
        var stride = Stride(points.Count, most);
        return stride == 1 ? points : points.Pick(
            [.. Enumerable.Range(0, (points.Count + stride - 1) / stride).Select(i => i * stride)]);
    }

    /// <summary>The sentence that a caption owes its reader when points were left out; else nothing.</summary>
    internal static string? Sentence(IEnumerable<PointCloud> clouds, int most = MaxPoints)
    {
        var largest = clouds.Max(cloud => cloud.Count);
        var stride = Stride(largest, most);
        return stride == 1 ? null : string.Create(CultureInfo.InvariantCulture,
            $"Drawn: every {Ordinal(stride)} of {Words.Count(largest)} points.");
    }

    private static string Ordinal(int number) => (number % 10, number % 100) switch
    {
        (1, not 11) => $"{number}st",
        (2, not 12) => $"{number}nd",
        (3, not 13) => $"{number}rd",
        _ => $"{number}th",
    };
}

using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Diffusion.Metrics;

/// <summary>How often a classifier sees in a generated image the class that was asked for.</summary>
public sealed class ContextAccuracy
{
    private ContextAccuracy(double overall, ImmutableArray<double> perClass) => (Overall, PerClass) = (overall, perClass);

    /// <summary>The share of all images, in 0..1.</summary>
    public double Overall { get; }

    /// <summary>The share of each class's images, in 0..1; not a number where a class was never asked for.</summary>
    public ImmutableArray<double> PerClass { get; }

    /// <summary>Counts.</summary>
    /// <param name="asked">The classes asked for, int64 [N], each in 0..classes−1.</param>
    /// <param name="seen">The classes seen, int64 [N].</param>
    /// <param name="classes">The number of classes.</param>
    /// <exception cref="ArgumentException">There are not equally many of both, or a class asked for does not exist.</exception>
    public static ContextAccuracy Of(Tensor asked, Tensor seen, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        Shapes.RequireSame(asked, seen);
        using var scope = NewDisposeScope();
        var (wanted, found) = (Numbers(asked), Numbers(seen));
        if (wanted.Length == 0 || wanted.Min() < 0 || wanted.Max() >= classes)
            throw new ArgumentException($"Of {classes} classes, each one asked for is 0 to {classes - 1}, and there is at least one.", nameof(asked));
        var right = wanted.Zip(found, (one, other) => (Class: one, Right: one == other ? 1.0 : 0)).ToArray();
        return new ContextAccuracy(right.Average(image => image.Right),
            [.. Enumerable.Range(0, classes).Select(c => right.Where(image => image.Class == c)
                .Select(image => image.Right).DefaultIfEmpty(double.NaN).Average())]);
    }

    private static long[] Numbers(Tensor classes) => classes.to(ScalarType.Int64).cpu().contiguous().data<long>().ToArray();
}

namespace Diffusion.Data;

/// <summary>The two-dimensional distributions to try things on.</summary>
public enum PointSet
{
    /// <summary>A spiral, <see cref="PointSets.SwissRoll"/>.</summary>
    SwissRoll,

    /// <summary>An S, <see cref="PointSets.SCurve"/>.</summary>
    SCurve,

    /// <summary>Two half circles that reach into each other, <see cref="PointSets.TwoMoons"/>.</summary>
    TwoMoons,

    /// <summary>Eight round heaps on a circle, <see cref="PointSets.GaussianMixture"/>.</summary>
    GaussianMixture,

    /// <summary>The dark squares of a board, <see cref="PointSets.Checkerboard"/>.</summary>
    Checkerboard,
}

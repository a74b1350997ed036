namespace Diffusion.Charts.Plotly;

/// <summary>The kind of a shape.</summary>
public enum ShapeKind
{
    /// <summary>A straight line.</summary>
    Line,

    /// <summary>A rectangle.</summary>
    Rect,
}

namespace Diffusion.Charts;

/// <summary>How a figure fills the width of a page: its height, and how many panels stand side by side.</summary>
public sealed record FigureShape
{
    /// <summary>Height over width.</summary>
    public double Ratio { get; init; } = 0.56;

    /// <summary>The least height in pixels.</summary>
    public int MinHeight { get; init; } = 320;

    /// <summary>The greatest height in pixels.</summary>
    public int MaxHeight { get; init; } = 760;

    /// <summary>
    /// Whether one panel with equal axes is all there is: no higher than wide, then, lest it stand between gaps.
    /// </summary>
    public bool Square { get; init; }

    /// <summary>How many square panels are arranged in a grid; 0 when the figure arranges its own.</summary>
    public int Panels { get; init; }

    /// <summary>Columns of that grid on a phone, on a page and on a projector.</summary>
    public IReadOnlyList<int> Columns { get; init; } = [];

    /// <summary>Height in pixels for axes and controls below the grid.</summary>
    public int Footer { get; init; }

    /// <summary>The widths in pixels from which a page and a projector are assumed.</summary>
    internal static IReadOnlyList<int> Breaks { get; } = [560, 1200];
}

namespace Diffusion.Charts;

/// <summary>What a figure of lines may vary.</summary>
public sealed record LineOptions
{
    /// <summary>A logarithmic horizontal axis.</summary>
    public bool LogX { get; init; }

    /// <summary>A logarithmic vertical axis.</summary>
    public bool LogY { get; init; }

    /// <summary>The place of the first value, where places are counted.</summary>
    public double Start { get; init; }

    /// <summary>The step from place to place, where places are counted.</summary>
    public double Step { get; init; } = 1;

    /// <summary>The ends of the vertical axis; by default those of the values.</summary>
    public (double Min, double Max)? Range { get; init; }

    /// <summary>What must be known to read the figure.</summary>
    public string? Caption { get; init; }

    /// <summary>Alternative text; by default it names axes and lines.</summary>
    public string? Alt { get; init; }
}

namespace Diffusion.Charts.Plotly;

/// <summary>Free space around the panels, in pixels.</summary>
public sealed record Margin
{
    /// <summary>Left.</summary>
    public double L { get; init; }

    /// <summary>Right.</summary>
    public double R { get; init; }

    /// <summary>Top.</summary>
    public double T { get; init; }

    /// <summary>Bottom.</summary>
    public double B { get; init; }

    /// <summary>Between panel and axis.</summary>
    public double? Pad { get; init; }
}

/// <summary>Free space around a control, in pixels.</summary>
public sealed record Padding
{
    /// <summary>Left.</summary>
    public double? L { get; init; }

    /// <summary>Right.</summary>
    public double? R { get; init; }

    /// <summary>Top.</summary>
    public double? T { get; init; }

    /// <summary>Bottom.</summary>
    public double? B { get; init; }
}

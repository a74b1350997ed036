namespace Diffusion.Charts.Plotly;

/// <summary>How a line looks.</summary>
public sealed record Line
{
    /// <summary>A CSS colour.</summary>
    public string? Color { get; init; }

    /// <summary>The width in pixels.</summary>
    public double? Width { get; init; }

    /// <summary><c>solid</c>, <c>dot</c> or <c>dash</c>.</summary>
    public string? Dash { get; init; }

    /// <summary><c>linear</c>, or <c>hvh</c> for steps.</summary>
    public string? Shape { get; init; }
}

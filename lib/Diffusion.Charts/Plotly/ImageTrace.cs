namespace Diffusion.Charts.Plotly;

/// <summary>A picture: pixel (i, j) is a unit square around the place (i, j).</summary>
public sealed record ImageTrace : Trace
{
    /// <summary>A data URI.</summary>
    public string Source { get; init; } = "";

    /// <summary>False keeps the edges of enlarged pixels sharp; <c>fast</c> blurs them.</summary>
    public bool ZSmooth { get; init; }
}

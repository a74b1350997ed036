namespace Diffusion.Charts.Plotly;

/// <summary>One picture of an animation: the traces that change.</summary>
public sealed record Frame
{
    /// <summary>The name by which a slider calls it.</summary>
    public string Name { get; init; } = "";

    /// <summary>The changed traces.</summary>
    public IReadOnlyList<Trace> Data { get; init; } = [];

    /// <summary>Which traces they replace.</summary>
    public IReadOnlyList<int> Traces { get; init; } = [];
}

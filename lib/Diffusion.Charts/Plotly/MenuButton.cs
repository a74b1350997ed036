namespace Diffusion.Charts.Plotly;

/// <summary>One button.</summary>
public sealed record MenuButton
{
    /// <summary>What it says.</summary>
    public string Label { get; init; } = "";

    /// <summary>What it does.</summary>
    public StepMethod Method { get; init; }

    /// <summary>With which arguments.</summary>
    public IReadOnlyList<object?> Args { get; init; } = [];
}

namespace Diffusion.Charts.Plotly;

/// <summary>One step of a slider.</summary>
public sealed record SliderStep
{
    /// <summary>What it is called.</summary>
    public string Label { get; init; } = "";

    /// <summary>What it does.</summary>
    public StepMethod Method { get; init; }

    /// <summary>With which arguments.</summary>
    public IReadOnlyList<object> Args { get; init; } = [];
}

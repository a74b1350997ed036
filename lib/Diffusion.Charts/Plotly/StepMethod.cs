namespace Diffusion.Charts.Plotly;

/// <summary>What a slider step or a button does.</summary>
public enum StepMethod
{
    /// <summary>Shows frames.</summary>
    Animate,

    /// <summary>Changes traces.</summary>
    Restyle,

    /// <summary>Changes traces and layout.</summary>
    Update,
}

namespace Diffusion.Charts.Plotly;

/// <summary>What a scatter trace fills.</summary>
public enum AreaFill
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>From the line down to zero.</summary>
    ToZeroY,

    /// <summary>The inside of the line.</summary>
    ToSelf,
}

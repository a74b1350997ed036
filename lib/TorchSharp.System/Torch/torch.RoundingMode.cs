namespace TorchSharp;

public static partial class torch
{
    /// <summary>What becomes of a quotient's fraction.</summary>
    public enum RoundingMode
    {
        /// <summary>It is kept.</summary>
        None,

        /// <summary>Rounded towards zero.</summary>
        trunc,

        /// <summary>Rounded down.</summary>
        floor,
    }
}

namespace Diffusion.Data;

/// <summary>What the numbers of a file of pictures mean.</summary>
public enum PixelRange
{
    /// <summary>Whole numbers from 0, black, to 255, white: bytes, or wider integers.</summary>
    Bytes,

    /// <summary>Floating-point numbers from 0, black, to 1, white.</summary>
    ZeroToOne,

    /// <summary>Floating-point numbers from −1, black, to 1, white.</summary>
    MinusOneToOne,

    /// <summary>Floating-point numbers from 0, black, to 255, white.</summary>
    ZeroTo255,
}

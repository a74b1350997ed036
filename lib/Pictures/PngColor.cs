namespace Pictures;

/// <summary>What the samples of a PNG picture's pixels are (ISO/IEC 15948:2004, table 11.1).</summary>
internal enum PngColor : byte
{
    /// <summary>One sample, from black to white.</summary>
    Grey = 0,

    /// <summary>Red, green and blue.</summary>
    Rgb = 2,

    /// <summary>A place in the palette.</summary>
    Palette = 3,
}

namespace Diffusion.Storage.Png;

/// <summary>What the samples of a pixel are (the colour types of PNG's table 11.1).</summary>
internal enum PngColor : byte
{
    Grey = 0,
    Rgb = 2,
    Palette = 3,
    GreyAlpha = 4,
    Rgba = 6,
}

namespace Diffusion.Data.Pixels;

/// <summary>Three shades of one material, 0xRRGGBB; the shadow leans to blue and violet, the light to yellow.</summary>
internal readonly record struct Ramp(int Shadow, int Base, int Light);

namespace Diffusion.Data.Pixels;

/// <summary>Weapons and magical things.</summary>
internal static class Spells
{
    private static readonly Drawings Drawn = Drawings.Of("spells");

    private static readonly Ramp[] Metals = [Ramps.Steel, Ramps.Gold, Ramps.Slate, Ramps.White, Ramps.Copper];
    private static readonly Ramp[] Blades = [Ramps.Steel, Ramps.White, Ramps.Slate, Ramps.Gold, Ramps.Sky, Ramps.Teal, Ramps.Red, Ramps.Purple];
    private static readonly Ramp[] Hafts = [Ramps.Brown, Ramps.Tan, Ramps.Slate, Ramps.Steel, Ramps.Gold];
    private static readonly Ramp[] Papers = [Ramps.Cream, Ramps.Tan, .. Ramps.Pale];
    private static readonly Ramp[] Flames = [Ramps.Red, Ramps.Wine, Ramps.Orange, Ramps.Green, Ramps.Teal, Ramps.Blue, Ramps.Purple, Ramps.Magenta];
    private static readonly Ramp[] Glows = [Ramps.Yellow, Ramps.Gold, Ramps.Peach, Ramps.Lime, Ramps.Sky, Ramps.Pink];

    public static readonly SpriteKind[] Kinds =
    [
        SpriteKind.Of("sword", Drawn, Blades, Metals, Ramps.Bright, Hafts),
        SpriteKind.Of("axe", Drawn, Blades, Hafts, Ramps.Bright),
        SpriteKind.Of("wand", Drawn, Ramps.Bright, Hafts, Ramps.Cloth),
        SpriteKind.Of("staff", Drawn, Ramps.Bright, Hafts, Ramps.Cloth),
        SpriteKind.Of("book", Drawn, Ramps.Cloth, Papers, Ramps.Bright, Metals),
        SpriteKind.Of("scroll", Drawn, Papers, Ramps.Cloth, Ramps.Bright, Hafts),
        SpriteKind.Of("gem", Drawn, Ramps.Bright, Metals, Ramps.Bright),
        SpriteKind.Of("ring", Drawn, Metals, Ramps.Bright, Ramps.Bright),
        SpriteKind.Of("key", Drawn, Metals, Ramps.Bright, Ramps.Cloth),
        SpriteKind.Of("orb", Drawn, Ramps.Bright, Hafts, [.. Ramps.Pale, .. Ramps.Bright]),
        SpriteKind.Of("shield", Drawn, Ramps.Cloth, Metals, Ramps.Bright, Ramps.Cloth),
        SpriteKind.Of("flame", Drawn, Flames, Glows, [.. Ramps.Pale, Ramps.Yellow, Ramps.Pink]),
        SpriteKind.Of("crown", Drawn, Metals, Ramps.Bright, Ramps.Cloth, Ramps.Bright),
    ];
}

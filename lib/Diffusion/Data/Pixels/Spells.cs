namespace Diffusion.Data.Pixels;

/// <summary>Weapons and magical things.</summary>
internal static class Spells
{
    private static readonly Drawings s_drawings = Drawings.Of("spells");

    private static readonly Ramp[] s_metals = [Ramps.Steel, Ramps.Gold, Ramps.Slate, Ramps.White, Ramps.Copper];
    private static readonly Ramp[] s_blades = [Ramps.Steel, Ramps.White, Ramps.Slate, Ramps.Gold, Ramps.Sky, Ramps.Teal, Ramps.Red, Ramps.Purple];
    private static readonly Ramp[] s_hafts = [Ramps.Brown, Ramps.Tan, Ramps.Slate, Ramps.Steel, Ramps.Gold];
    private static readonly Ramp[] s_papers = [Ramps.Cream, Ramps.Tan, .. Ramps.Pale];
    private static readonly Ramp[] s_flames = [Ramps.Red, Ramps.Wine, Ramps.Orange, Ramps.Green, Ramps.Teal, Ramps.Blue, Ramps.Purple, Ramps.Magenta];
    private static readonly Ramp[] s_glows = [Ramps.Yellow, Ramps.Gold, Ramps.Peach, Ramps.Lime, Ramps.Sky, Ramps.Pink];

    public static readonly SpriteKind[] Kinds =
    [
        SpriteKind.Of("sword", s_drawings, s_blades, s_metals, Ramps.Bright, s_hafts),
        SpriteKind.Of("axe", s_drawings, s_blades, s_hafts, Ramps.Bright),
        SpriteKind.Of("wand", s_drawings, Ramps.Bright, s_hafts, Ramps.Cloth),
        SpriteKind.Of("staff", s_drawings, Ramps.Bright, s_hafts, Ramps.Cloth),
        SpriteKind.Of("book", s_drawings, Ramps.Cloth, s_papers, Ramps.Bright, s_metals),
        SpriteKind.Of("scroll", s_drawings, s_papers, Ramps.Cloth, Ramps.Bright, s_hafts),
        SpriteKind.Of("gem", s_drawings, Ramps.Bright, s_metals, Ramps.Bright),
        SpriteKind.Of("ring", s_drawings, s_metals, Ramps.Bright, Ramps.Bright),
        SpriteKind.Of("key", s_drawings, s_metals, Ramps.Bright, Ramps.Cloth),
        SpriteKind.Of("orb", s_drawings, Ramps.Bright, s_hafts, [.. Ramps.Pale, .. Ramps.Bright]),
        SpriteKind.Of("shield", s_drawings, Ramps.Cloth, s_metals, Ramps.Bright, Ramps.Cloth),
        SpriteKind.Of("flame", s_drawings, s_flames, s_glows, [.. Ramps.Pale, Ramps.Yellow, Ramps.Pink]),
        SpriteKind.Of("crown", s_drawings, s_metals, Ramps.Bright, Ramps.Cloth, Ramps.Bright),
    ];
}

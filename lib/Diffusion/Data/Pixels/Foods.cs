namespace Diffusion.Data.Pixels;

/// <summary>Things to eat and drink.</summary>
internal static class Foods
{
    private static readonly Drawings s_drawings = Drawings.Of("foods");

    private static readonly Ramp[] s_fruits =
    [
        Ramps.Red, Ramps.Wine, Ramps.Orange, Ramps.Peach, Ramps.Yellow, Ramps.Lime,
        Ramps.Green, Ramps.Purple, Ramps.Magenta, Ramps.Pink, Ramps.Gold,
    ];

    private static readonly Ramp[] s_leaves = [Ramps.Lime, Ramps.Green, Ramps.Teal, Ramps.Olive];
    private static readonly Ramp[] s_crusts = [Ramps.Brown, Ramps.Tan, Ramps.Orange, Ramps.Gold, Ramps.Copper];
    private static readonly Ramp[] s_crumbs = [Ramps.Cream, Ramps.Tan, Ramps.White, Ramps.Yellow, Ramps.Brown];
    private static readonly Ramp[] s_creams = [.. Ramps.Pale, .. Ramps.Bright, Ramps.Brown];
    private static readonly Ramp[] s_cheeses = [Ramps.Yellow, Ramps.Gold, Ramps.Orange, Ramps.Cream, Ramps.Tan, Ramps.Peach, Ramps.White];
    private static readonly Ramp[] s_bones = [.. Ramps.Pale, Ramps.Cream, Ramps.Lime];
    private static readonly Ramp[] s_glazes = [Ramps.Red, Ramps.Orange, Ramps.Yellow, Ramps.Brown, Ramps.Tan, Ramps.Gold, Ramps.Pink];

    public static readonly SpriteKind[] Kinds =
    [
        SpriteKind.Of("apple", s_drawings, s_fruits, Ramps.Wood, s_leaves, s_fruits),
        SpriteKind.Of("cherries", s_drawings, s_fruits, s_fruits, s_leaves, [.. Ramps.Wood, Ramps.Olive]),
        SpriteKind.Of("strawberry", s_drawings, s_fruits, s_creams, s_leaves, s_fruits),
        SpriteKind.Of("vegetable", s_drawings, s_fruits, s_leaves, [.. s_fruits, Ramps.White, Ramps.Cream]),
        SpriteKind.Of("cheese", s_drawings, s_cheeses, s_cheeses, Ramps.Cloth),
        SpriteKind.Of("bread", s_drawings, s_crusts, s_crumbs, Ramps.Bright, Ramps.Bright),
        SpriteKind.Of("bottle", s_drawings, Ramps.Bright, Ramps.Pale, Ramps.Cloth, Ramps.Bright),
        SpriteKind.Of("cake", s_drawings, s_creams, s_crumbs, s_fruits, s_creams),
        SpriteKind.Of("fish", s_drawings, Ramps.Cloth, Ramps.Pale, Ramps.Cloth, Ramps.Cloth),
        SpriteKind.Of("meat", s_drawings, s_crusts, s_bones, s_glazes, s_fruits),
        SpriteKind.Of("donut", s_drawings, s_crusts, s_creams, s_creams),
        SpriteKind.Of("ice cream", s_drawings, s_creams, Ramps.Wood, s_fruits, s_creams),
        SpriteKind.Of("melon", s_drawings, s_fruits, s_leaves, s_bones),
    ];
}

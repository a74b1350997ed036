namespace Diffusion.Data.Pixels;

/// <summary>Things to eat and drink.</summary>
internal static class Foods
{
    private static readonly Drawings Drawn = Drawings.Of("foods");

    private static readonly Ramp[] Fruits =
    [
        Ramps.Red, Ramps.Wine, Ramps.Orange, Ramps.Peach, Ramps.Yellow, Ramps.Lime,
        Ramps.Green, Ramps.Purple, Ramps.Magenta, Ramps.Pink, Ramps.Gold,
    ];

    private static readonly Ramp[] Leaves = [Ramps.Lime, Ramps.Green, Ramps.Teal, Ramps.Olive];
    private static readonly Ramp[] Crusts = [Ramps.Brown, Ramps.Tan, Ramps.Orange, Ramps.Gold, Ramps.Copper];
    private static readonly Ramp[] Crumbs = [Ramps.Cream, Ramps.Tan, Ramps.White, Ramps.Yellow, Ramps.Brown];
    private static readonly Ramp[] Creams = [.. Ramps.Pale, .. Ramps.Bright, Ramps.Brown];
    private static readonly Ramp[] Cheeses = [Ramps.Yellow, Ramps.Gold, Ramps.Orange, Ramps.Cream, Ramps.Tan, Ramps.Peach, Ramps.White];
    private static readonly Ramp[] Bones = [.. Ramps.Pale, Ramps.Cream, Ramps.Lime];
    private static readonly Ramp[] Glazes = [Ramps.Red, Ramps.Orange, Ramps.Yellow, Ramps.Brown, Ramps.Tan, Ramps.Gold, Ramps.Pink];

    public static readonly SpriteKind[] Kinds =
    [
        SpriteKind.Of("apple", Drawn, Fruits, Ramps.Wood, Leaves, Fruits),
        SpriteKind.Of("cherries", Drawn, Fruits, Fruits, Leaves, [.. Ramps.Wood, Ramps.Olive]),
        SpriteKind.Of("strawberry", Drawn, Fruits, Creams, Leaves, Fruits),
        SpriteKind.Of("vegetable", Drawn, Fruits, Leaves, [.. Fruits, Ramps.White, Ramps.Cream]),
        SpriteKind.Of("cheese", Drawn, Cheeses, Cheeses, Ramps.Cloth),
        SpriteKind.Of("bread", Drawn, Crusts, Crumbs, Ramps.Bright, Ramps.Bright),
        SpriteKind.Of("bottle", Drawn, Ramps.Bright, Ramps.Pale, Ramps.Cloth, Ramps.Bright),
        SpriteKind.Of("cake", Drawn, Creams, Crumbs, Fruits, Creams),
        SpriteKind.Of("fish", Drawn, Ramps.Cloth, Ramps.Pale, Ramps.Cloth, Ramps.Cloth),
        SpriteKind.Of("meat", Drawn, Crusts, Bones, Glazes, Fruits),
        SpriteKind.Of("donut", Drawn, Crusts, Creams, Creams),
        SpriteKind.Of("ice cream", Drawn, Creams, Ramps.Wood, Fruits, Creams),
        SpriteKind.Of("melon", Drawn, Fruits, Leaves, Bones),
    ];
}

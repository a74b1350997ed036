namespace Diffusion.Data.Pixels;

/// <summary>Things to eat and drink.</summary>
internal static class Foods
{
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
        SpriteKind.Of("apple", FruitArt.Apple, s_fruits, Ramps.Wood, s_leaves, s_fruits),
        SpriteKind.Of("cherries", FruitArt.Cherries, s_fruits, s_fruits, s_leaves, [.. Ramps.Wood, Ramps.Olive]),
        SpriteKind.Of("strawberry", [FruitArt.Strawberry], s_fruits, s_creams, s_leaves, s_fruits),
        SpriteKind.Of("vegetable", FruitArt.Root, s_fruits, s_leaves, [.. s_fruits, Ramps.White, Ramps.Cream]),
        SpriteKind.Of("cheese", MealArt.Cheese, s_cheeses, s_cheeses, Ramps.Cloth),
        SpriteKind.Of("bread", MealArt.Bread, s_crusts, s_crumbs, Ramps.Bright, Ramps.Bright),
        SpriteKind.Of("bottle", MealArt.Bottle, Ramps.Bright, Ramps.Pale, Ramps.Cloth, Ramps.Bright),
        SpriteKind.Of("cake", SweetArt.Cake, s_creams, s_crumbs, s_fruits, s_creams),
        SpriteKind.Of("fish", MealArt.Fish, Ramps.Cloth, Ramps.Pale, Ramps.Cloth, Ramps.Cloth),
        SpriteKind.Of("meat", MealArt.Meat, s_crusts, s_bones, s_glazes, s_fruits),
        SpriteKind.Of("donut", SweetArt.Donut, s_crusts, s_creams, s_creams),
        SpriteKind.Of("ice cream", SweetArt.Ice, s_creams, Ramps.Wood, s_fruits, s_creams),
        SpriteKind.Of("melon", FruitArt.Melon, s_fruits, s_leaves, s_bones),
    ];
}

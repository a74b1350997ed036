namespace Diffusion.Data.Pixels;

/// <summary>People seen from the front, by trade.</summary>
internal static class Heroes
{
    private static readonly Drawings s_drawings = Drawings.Of("heroes");
    private static readonly Drawings s_tools = Drawings.Of("tools");

    public static readonly SpriteKind[] Kinds =
    [
        new("knight", (c, r) => Knight(c, HeroLook.From(r))),
        new("wizard", (c, r) => Wizard(c, HeroLook.From(r))),
        new("ranger", (c, r) => Ranger(c, HeroLook.From(r))),
        new("viking", (c, r) => Viking(c, HeroLook.From(r))),
        new("royal", (c, r) => Royal(c, HeroLook.From(r))),
        new("villager", (c, r) => Villager(c, HeroLook.From(r))),
        new("farmer", (c, r) => Farmer(c, HeroLook.From(r))),
        new("ninja", (c, r) => Ninja(c, HeroLook.From(r))),
        new("cook", (c, r) => Cook(c, HeroLook.From(r))),
    ];

    /// <summary>How many ways there are to wear one's hair.</summary>
    public static int HairStyles => s_drawings.All("hair").Length;

    public static void Knight(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, s_drawings["armour"], look.Metal, look.Skin, look.Cloth, look.UnderHat);
        canvas.Draw(s_drawings["helmet"], 4, 1, look.Metal, look.Cloth);
        canvas.Outline();
        canvas.Stamp(s_tools["sword"], 12, 4, Ramps.Steel, look.Wood);
        canvas.Stamp(look.Extra ? s_tools["shield"] : s_tools["round shield"], 1, 9, look.Cloth, look.Trim);
    }

    public static void Wizard(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, s_drawings["robe"], look.Cloth, look.Skin, look.Trim, look.UnderHat);
        if (look.Style < 3) Beard(canvas, look);
        canvas.Stamp(s_drawings["pointed"], 2, 1, look.Cloth, look.Trim);
        canvas.Outline();
        canvas.Stamp(s_tools["staff"], 12, 4, look.Trim, look.Wood);
    }

    public static void Ranger(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, s_drawings["tunic"], look.Cloth, look.Skin, look.Wood, look.UnderHat);
        canvas.Draw(s_drawings["hood"], 3, 1, look.Extra ? look.Cloth : look.Trim);
        canvas.Outline();
        canvas.Stamp(s_tools["bow"], 12, 4, look.Trim, look.Wood);
    }

    public static void Viking(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, s_drawings["tunic"], look.Cloth, look.Skin, look.Wood, look.UnderHat);
        if (look.Style < 4) Beard(canvas, look);
        canvas.Draw(s_drawings["horned"], 2, 1, look.Metal, Ramps.Bone);
        canvas.Outline();
        canvas.Stamp(s_tools["axe"], 12, 4, Ramps.Steel, look.Wood);
        if (look.Extra) canvas.Stamp(s_tools["round shield"], 1, 9, look.Trim, look.Metal);
    }

    public static void Royal(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, look.Extra ? s_drawings["dress"] : s_drawings["robe"], look.Cloth, look.Skin, look.Extra ? look.Trim : Ramps.White, look.UnderHat);
        if (look is { Beard: true, Extra: false }) Beard(canvas, look);
        canvas.Draw(s_drawings["crown"], 4, 1, Ramps.Gold, look.Trim);
        canvas.Outline();
    }

    public static void Villager(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, look.Extra ? s_drawings["dress"] : s_drawings["tunic"], look.Cloth, look.Skin, look.Trim, look);
        if (look is { Beard: true, Extra: false }) Beard(canvas, look);
        canvas.Outline();
    }

    public static void Farmer(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, s_drawings["overalls"], look.Cloth, look.Skin, look.Trim, look.UnderHat);
        canvas.Stamp(s_drawings["straw"], 2, 1, Ramps.Tan, look.Trim);
        canvas.Outline();
        if (look.Extra) canvas.Stamp(s_tools["scythe"], 12, 4, Ramps.Steel, look.Wood);
    }

    public static void Ninja(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, s_drawings["wrap"], look.Cloth, look.Skin, look.Trim, look with { Style = 0 });
        canvas.Draw(s_drawings["mask"], 4, 2, look.Cloth, look.Trim);
        canvas.Outline();
        canvas.Stamp(s_tools["sword"], 12, 4, look.Metal, look.Trim);
    }

    public static void Cook(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, s_drawings["robe"], Ramps.White, look.Skin, look.Cloth, look.UnderHat);
        if (look.Beard) Beard(canvas, look);
        canvas.Stamp(s_drawings["toque"], 3, 0, Ramps.White, look.Cloth);
        canvas.Outline();
        canvas.Stamp(s_tools["spoon"], 12, 4, look.Metal, look.Wood);
    }

    private static void Person(Canvas16 canvas, Art body, Ramp cloth, Ramp skin, Ramp trim, HeroLook look)
    {
        canvas.Draw(body, 4, 9, cloth, skin, trim);
        canvas.Draw(s_drawings["head"], 4, 3, look.Skin);
        canvas.Draw(s_drawings.All("hair")[look.Style], 3, 1, look.Hair);
    }

    private static void Beard(Canvas16 canvas, HeroLook look) => canvas.Draw(s_drawings["beard"], 4, 7, look.Hair);
}

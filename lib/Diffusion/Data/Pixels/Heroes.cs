namespace Diffusion.Data.Pixels;

/// <summary>People seen from the front, by trade.</summary>
internal static class Heroes
{
    private static readonly Drawings Drawn = Drawings.Of("heroes");
    private static readonly Drawings Tools = Drawings.Of("tools");

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
    public static int HairStyles => Drawn.All("hair").Length;

    public static void Knight(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, Drawn["armour"], look.Metal, look.Skin, look.Cloth, look.UnderHat);
        canvas.Draw(Drawn["helmet"], 4, 1, look.Metal, look.Cloth);
        canvas.Outline();
        canvas.Stamp(Tools["sword"], 12, 4, Ramps.Steel, look.Wood);
        canvas.Stamp(look.Extra ? Tools["shield"] : Tools["round shield"], 1, 9, look.Cloth, look.Trim);
    }

    public static void Wizard(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, Drawn["robe"], look.Cloth, look.Skin, look.Trim, look.UnderHat);
        if (look.Style < 3) Beard(canvas, look);
        canvas.Stamp(Drawn["pointed"], 2, 1, look.Cloth, look.Trim);
        canvas.Outline();
        canvas.Stamp(Tools["staff"], 12, 4, look.Trim, look.Wood);
    }

    public static void Ranger(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, Drawn["tunic"], look.Cloth, look.Skin, look.Wood, look.UnderHat);
        canvas.Draw(Drawn["hood"], 3, 1, look.Extra ? look.Cloth : look.Trim);
        canvas.Outline();
        canvas.Stamp(Tools["bow"], 12, 4, look.Trim, look.Wood);
    }

    public static void Viking(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, Drawn["tunic"], look.Cloth, look.Skin, look.Wood, look.UnderHat);
        if (look.Style < 4) Beard(canvas, look);
        canvas.Draw(Drawn["horned"], 2, 1, look.Metal, Ramps.Bone);
        canvas.Outline();
        canvas.Stamp(Tools["axe"], 12, 4, Ramps.Steel, look.Wood);
        if (look.Extra) canvas.Stamp(Tools["round shield"], 1, 9, look.Trim, look.Metal);
    }

    public static void Royal(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, look.Extra ? Drawn["dress"] : Drawn["robe"], look.Cloth, look.Skin, look.Extra ? look.Trim : Ramps.White, look.UnderHat);
        if (look is { Beard: true, Extra: false }) Beard(canvas, look);
        canvas.Draw(Drawn["crown"], 4, 1, Ramps.Gold, look.Trim);
        canvas.Outline();
    }

    public static void Villager(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, look.Extra ? Drawn["dress"] : Drawn["tunic"], look.Cloth, look.Skin, look.Trim, look);
        if (look is { Beard: true, Extra: false }) Beard(canvas, look);
        canvas.Outline();
    }

    public static void Farmer(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, Drawn["overalls"], look.Cloth, look.Skin, look.Trim, look.UnderHat);
        canvas.Stamp(Drawn["straw"], 2, 1, Ramps.Tan, look.Trim);
        canvas.Outline();
        if (look.Extra) canvas.Stamp(Tools["scythe"], 12, 4, Ramps.Steel, look.Wood);
    }

    public static void Ninja(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, Drawn["wrap"], look.Cloth, look.Skin, look.Trim, look with { Style = 0 });
        canvas.Draw(Drawn["mask"], 4, 2, look.Cloth, look.Trim);
        canvas.Outline();
        canvas.Stamp(Tools["sword"], 12, 4, look.Metal, look.Trim);
    }

    public static void Cook(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, Drawn["robe"], Ramps.White, look.Skin, look.Cloth, look.UnderHat);
        if (look.Beard) Beard(canvas, look);
        canvas.Stamp(Drawn["toque"], 3, 0, Ramps.White, look.Cloth);
        canvas.Outline();
        canvas.Stamp(Tools["spoon"], 12, 4, look.Metal, look.Wood);
    }

    private static void Person(Canvas16 canvas, Art body, Ramp cloth, Ramp skin, Ramp trim, HeroLook look)
    {
        canvas.Draw(body, 4, 9, cloth, skin, trim);
        canvas.Draw(Drawn["head"], 4, 3, look.Skin);
        canvas.Draw(Drawn.All("hair")[look.Style], 3, 1, look.Hair);
    }

    private static void Beard(Canvas16 canvas, HeroLook look) => canvas.Draw(Drawn["beard"], 4, 7, look.Hair);
}

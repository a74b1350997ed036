namespace Diffusion.Data.Pixels;

/// <summary>People seen from the front, by trade.</summary>
internal static class Heroes
{
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

    public static void Knight(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, HeroArt.Armour, look.Metal, look.Skin, look.Cloth, look.UnderHat);
        canvas.Draw(HeroHats.Helmet, 4, 1, look.Metal, look.Cloth);
        canvas.Outline();
        canvas.Stamp(Tools.Sword, 12, 4, Ramps.Steel, look.Wood);
        canvas.Stamp(look.Extra ? Tools.Shield : Tools.RoundShield, 1, 9, look.Cloth, look.Trim);
    }

    public static void Wizard(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, HeroArt.Robe, look.Cloth, look.Skin, look.Trim, look.UnderHat);
        if (look.Style < 3) Beard(canvas, look);
        canvas.Stamp(HeroHats.Pointed, 2, 1, look.Cloth, look.Trim);
        canvas.Outline();
        canvas.Stamp(Tools.Staff, 12, 4, look.Trim, look.Wood);
    }

    public static void Ranger(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, HeroArt.Tunic, look.Cloth, look.Skin, look.Wood, look.UnderHat);
        canvas.Draw(HeroHats.Hood, 3, 1, look.Extra ? look.Cloth : look.Trim);
        canvas.Outline();
        canvas.Stamp(Tools.Bow, 12, 4, look.Trim, look.Wood);
    }

    public static void Viking(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, HeroArt.Tunic, look.Cloth, look.Skin, look.Wood, look.UnderHat);
        if (look.Style < 4) Beard(canvas, look);
        canvas.Draw(HeroHats.Horned, 2, 1, look.Metal, Ramps.Bone);
        canvas.Outline();
        canvas.Stamp(Tools.Axe, 12, 4, Ramps.Steel, look.Wood);
        if (look.Extra) canvas.Stamp(Tools.RoundShield, 1, 9, look.Trim, look.Metal);
    }

    public static void Royal(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, look.Extra ? HeroArt.Dress : HeroArt.Robe, look.Cloth, look.Skin, look.Extra ? look.Trim : Ramps.White, look.UnderHat);
        if (look is { Beard: true, Extra: false }) Beard(canvas, look);
        canvas.Draw(HeroHats.Crown, 4, 1, Ramps.Gold, look.Trim);
        canvas.Outline();
    }

    public static void Villager(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, look.Extra ? HeroArt.Dress : HeroArt.Tunic, look.Cloth, look.Skin, look.Trim, look);
        if (look is { Beard: true, Extra: false }) Beard(canvas, look);
        canvas.Outline();
    }

    public static void Farmer(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, HeroArt.Overalls, look.Cloth, look.Skin, look.Trim, look.UnderHat);
        canvas.Stamp(HeroHats.Straw, 2, 1, Ramps.Tan, look.Trim);
        canvas.Outline();
        if (look.Extra) canvas.Stamp(Tools.Scythe, 12, 4, Ramps.Steel, look.Wood);
    }

    public static void Ninja(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, HeroArt.Wrap, look.Cloth, look.Skin, look.Trim, look with { Style = 0 });
        canvas.Draw(HeroHats.Mask, 4, 2, look.Cloth, look.Trim);
        canvas.Outline();
        canvas.Stamp(Tools.Sword, 12, 4, look.Metal, look.Trim);
    }

    public static void Cook(Canvas16 canvas, HeroLook look)
    {
        Person(canvas, HeroArt.Robe, Ramps.White, look.Skin, look.Cloth, look.UnderHat);
        if (look.Beard) Beard(canvas, look);
        canvas.Stamp(HeroHats.Toque, 3, 0, Ramps.White, look.Cloth);
        canvas.Outline();
        canvas.Stamp(Tools.Spoon, 12, 4, look.Metal, look.Wood);
    }

    private static void Person(Canvas16 canvas, Art body, Ramp cloth, Ramp skin, Ramp trim, HeroLook look)
    {
        canvas.Draw(body, 4, 9, cloth, skin, trim);
        canvas.Draw(HeroArt.Head, 4, 3, look.Skin);
        canvas.Draw(HeroArt.Hair[look.Style], 3, 1, look.Hair);
    }

    private static void Beard(Canvas16 canvas, HeroLook look) => canvas.Draw(HeroArt.Beard, 4, 7, look.Hair);
}

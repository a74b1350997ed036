namespace Diffusion.Data.Pixels;

/// <summary>People who walk to the right, by trade.</summary>
internal static class Profiles
{
    private static readonly Drawings Drawn = Drawings.Of("profiles");
    private static readonly Drawings Tools = Drawings.Of("tools");

    public static readonly SpriteKind[] Kinds =
    [
        new("walking knight", (c, r) => Knight(c, HeroLook.From(r), r)),
        new("walking wizard", (c, r) => Wizard(c, HeroLook.From(r), r)),
        new("walking ranger", (c, r) => Ranger(c, HeroLook.From(r), r)),
        new("walking viking", (c, r) => Viking(c, HeroLook.From(r), r)),
        new("walking royal", (c, r) => Royal(c, HeroLook.From(r), r)),
        new("walking villager", (c, r) => Villager(c, HeroLook.From(r), r)),
        new("walking farmer", (c, r) => Farmer(c, HeroLook.From(r), r)),
        new("walking ninja", (c, r) => Ninja(c, HeroLook.From(r), r)),
        new("walking cook", (c, r) => Cook(c, HeroLook.From(r), r)),
    ];

    private static void Knight(Canvas16 canvas, HeroLook look, SpriteRandom random)
    {
        Person(canvas, Drawn.All("walk"), look.Metal, look.Cloth, look.UnderHat, random);
        canvas.Draw(Drawn["helmet"], 2, 1, look.Metal, look.Cloth);
        canvas.Outline();
        canvas.Stamp(Tools["sword"], 12, 4, Ramps.Steel, look.Wood);
    }

    private static void Wizard(Canvas16 canvas, HeroLook look, SpriteRandom random)
    {
        Person(canvas, Drawn.All("walking robe"), look.Cloth, look.Trim, look.UnderHat, random);
        if (look.Style < 3) Beard(canvas, look);
        canvas.Stamp(Drawn["pointed"], 2, 1, look.Cloth, look.Trim);
        canvas.Outline();
        canvas.Stamp(Tools["staff"], 12, 4, look.Trim, look.Wood);
    }

    private static void Ranger(Canvas16 canvas, HeroLook look, SpriteRandom random)
    {
        Person(canvas, Drawn.All("walk"), look.Cloth, look.Wood, look.UnderHat, random);
        canvas.Draw(Drawn["hood"], 3, 1, look.Extra ? look.Cloth : look.Trim);
        canvas.Outline();
        canvas.Stamp(Tools["bow"], 12, 4, look.Trim, look.Wood);
    }

    private static void Viking(Canvas16 canvas, HeroLook look, SpriteRandom random)
    {
        Person(canvas, Drawn.All("walk"), look.Cloth, look.Wood, look.UnderHat, random);
        if (look.Extra) Beard(canvas, look);
        canvas.Draw(Drawn["horned"], 2, 1, look.Metal, Ramps.Bone);
        canvas.Outline();
        canvas.Stamp(Tools["axe"], 12, 4, Ramps.Steel, look.Wood);
    }

    private static void Royal(Canvas16 canvas, HeroLook look, SpriteRandom random)
    {
        Person(canvas, Drawn.All("walking robe"), look.Cloth, look.Trim, look.UnderHat, random);
        if (look.Beard) Beard(canvas, look);
        canvas.Draw(Drawn["crown"], 4, 1, Ramps.Gold, look.Trim);
        canvas.Outline();
    }

    private static void Villager(Canvas16 canvas, HeroLook look, SpriteRandom random)
    {
        Person(canvas, look.Extra ? Drawn.All("walking robe") : Drawn.All("walk"), look.Cloth, look.Trim, look, random);
        if (look is { Beard: true, Extra: false }) Beard(canvas, look);
        canvas.Outline();
    }

    private static void Farmer(Canvas16 canvas, HeroLook look, SpriteRandom random)
    {
        Person(canvas, Drawn.All("walk"), look.Cloth, look.Trim, look.UnderHat, random);
        canvas.Stamp(Drawn["straw"], 2, 1, Ramps.Tan, look.Trim);
        canvas.Outline();
        if (look.Extra) canvas.Stamp(Tools["scythe"], 12, 4, Ramps.Steel, look.Wood);
    }

    private static void Ninja(Canvas16 canvas, HeroLook look, SpriteRandom random)
    {
        Person(canvas, Drawn.All("walk"), look.Cloth, look.Trim, look with { Style = 0 }, random);
        canvas.Draw(Drawn["mask"], 1, 2, look.Cloth, look.Trim);
        canvas.Outline();
        canvas.Stamp(Tools["sword"], 12, 4, look.Metal, look.Trim);
    }

    private static void Cook(Canvas16 canvas, HeroLook look, SpriteRandom random)
    {
        Person(canvas, Drawn.All("walk"), Ramps.White, look.Cloth, look.UnderHat, random);
        if (look.Beard) Beard(canvas, look);
        canvas.Stamp(Drawn["toque"], 3, 0, Ramps.White, look.Cloth);
        canvas.Outline();
        canvas.Stamp(Tools["spoon"], 12, 4, look.Metal, look.Wood);
    }

    private static void Person(Canvas16 canvas, Art[] strides, Ramp cloth, Ramp trim, HeroLook look, SpriteRandom random)
    {
        canvas.Draw(random.Pick(strides), 4, 9, cloth, look.Skin, trim);
        canvas.Draw(Drawn["head"], 4, 3, look.Skin);
        var hair = Drawn.All("hair");
        canvas.Draw(hair[look.Style % hair.Length], 2, 1, look.Hair);
    }

    private static void Beard(Canvas16 canvas, HeroLook look) => canvas.Draw(Drawn["beard"], 7, 7, look.Hair);
}

namespace Diffusion.Data.Pixels;

/// <summary>People who walk to the right, by trade.</summary>
internal static class Profiles
{
    private static readonly Drawings s_drawings = Drawings.Of("profiles");
    private static readonly Drawings s_tools = Drawings.Of("tools");

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
        Person(canvas, s_drawings.All("walk"), look.Metal, look.Cloth, look.UnderHat, random);
        canvas.Draw(s_drawings["helmet"], 2, 1, look.Metal, look.Cloth);
        canvas.Outline();
        canvas.Stamp(s_tools["sword"], 12, 4, Ramps.Steel, look.Wood);
    }

    private static void Wizard(Canvas16 canvas, HeroLook look, SpriteRandom random)
    {
        Person(canvas, s_drawings.All("walking robe"), look.Cloth, look.Trim, look.UnderHat, random);
        if (look.Style < 3) Beard(canvas, look);
        canvas.Stamp(s_drawings["pointed"], 2, 1, look.Cloth, look.Trim);
        canvas.Outline();
        canvas.Stamp(s_tools["staff"], 12, 4, look.Trim, look.Wood);
    }

    private static void Ranger(Canvas16 canvas, HeroLook look, SpriteRandom random)
    {
        Person(canvas, s_drawings.All("walk"), look.Cloth, look.Wood, look.UnderHat, random);
        canvas.Draw(s_drawings["hood"], 3, 1, look.Extra ? look.Cloth : look.Trim);
        canvas.Outline();
        canvas.Stamp(s_tools["bow"], 12, 4, look.Trim, look.Wood);
    }

    private static void Viking(Canvas16 canvas, HeroLook look, SpriteRandom random)
    {
        Person(canvas, s_drawings.All("walk"), look.Cloth, look.Wood, look.UnderHat, random);
        if (look.Extra) Beard(canvas, look);
        canvas.Draw(s_drawings["horned"], 2, 1, look.Metal, Ramps.Bone);
        canvas.Outline();
        canvas.Stamp(s_tools["axe"], 12, 4, Ramps.Steel, look.Wood);
    }

    private static void Royal(Canvas16 canvas, HeroLook look, SpriteRandom random)
    {
        Person(canvas, s_drawings.All("walking robe"), look.Cloth, look.Trim, look.UnderHat, random);
        if (look.Beard) Beard(canvas, look);
        canvas.Draw(s_drawings["crown"], 4, 1, Ramps.Gold, look.Trim);
        canvas.Outline();
    }

    private static void Villager(Canvas16 canvas, HeroLook look, SpriteRandom random)
    {
        Person(canvas, look.Extra ? s_drawings.All("walking robe") : s_drawings.All("walk"), look.Cloth, look.Trim, look, random);
        if (look is { Beard: true, Extra: false }) Beard(canvas, look);
        canvas.Outline();
    }

    private static void Farmer(Canvas16 canvas, HeroLook look, SpriteRandom random)
    {
        Person(canvas, s_drawings.All("walk"), look.Cloth, look.Trim, look.UnderHat, random);
        canvas.Stamp(s_drawings["straw"], 2, 1, Ramps.Tan, look.Trim);
        canvas.Outline();
        if (look.Extra) canvas.Stamp(s_tools["scythe"], 12, 4, Ramps.Steel, look.Wood);
    }

    private static void Ninja(Canvas16 canvas, HeroLook look, SpriteRandom random)
    {
        Person(canvas, s_drawings.All("walk"), look.Cloth, look.Trim, look with { Style = 0 }, random);
        canvas.Draw(s_drawings["mask"], 1, 2, look.Cloth, look.Trim);
        canvas.Outline();
        canvas.Stamp(s_tools["sword"], 12, 4, look.Metal, look.Trim);
    }

    private static void Cook(Canvas16 canvas, HeroLook look, SpriteRandom random)
    {
        Person(canvas, s_drawings.All("walk"), Ramps.White, look.Cloth, look.UnderHat, random);
        if (look.Beard) Beard(canvas, look);
        canvas.Stamp(s_drawings["toque"], 3, 0, Ramps.White, look.Cloth);
        canvas.Outline();
        canvas.Stamp(s_tools["spoon"], 12, 4, look.Metal, look.Wood);
    }

    private static void Person(Canvas16 canvas, Art[] strides, Ramp cloth, Ramp trim, HeroLook look, SpriteRandom random)
    {
        canvas.Draw(random.Pick(strides), 4, 9, cloth, look.Skin, trim);
        canvas.Draw(s_drawings["head"], 4, 3, look.Skin);
        var hair = s_drawings.All("hair");
        canvas.Draw(hair[look.Style % hair.Length], 2, 1, look.Hair);
    }

    private static void Beard(Canvas16 canvas, HeroLook look) => canvas.Draw(s_drawings["beard"], 7, 7, look.Hair);
}

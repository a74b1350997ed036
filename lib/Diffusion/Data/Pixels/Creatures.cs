namespace Diffusion.Data.Pixels;

/// <summary>All that is alive, or was, and is no hero.</summary>
internal static class Creatures
{
    private static readonly Drawings Drawn = Drawings.Of("creatures");
    private static readonly Drawings Tools = Drawings.Of("tools");

    public static readonly SpriteKind[] Kinds =
    [
        new("slime", Slime),
        new("bat", Bat),
        new("ghost", Ghost),
        new("skeleton", Skeleton),
        new("mushroom", Mushroom),
        new("dragon", Dragon),
        new("spider", Spider),
        new("eye", Eye),
        new("imp", Imp),
        new("robot", Robot),
        new("crab", Crab),
        new("owl", Owl),
    ];

    private static void Slime(Canvas16 canvas, SpriteRandom random)
    {
        var art = random.Pick(Drawn.All("slime"));
        var top = 15 - art.Height; // their feet in row 14
        canvas.Draw(art, 2, top, random.Pick(Ramps.Bright));
        canvas.Draw(random.Pick(Drawn.All("faces")), 5, 9);
        canvas.Outline();
        Dress(canvas, random, 5, top - 2);
    }

    private static void Bat(Canvas16 canvas, SpriteRandom random)
    {
        var body = random.Pick(Ramps.Cloth);
        canvas.Draw(random.Pick(Drawn.All("bat")), 1, 4, body, random.Other(Ramps.Cloth, body));
        canvas.Draw(random.Pick(Drawn.All("small faces")), 6, 7);
        canvas.Outline();
    }

    private static void Ghost(Canvas16 canvas, SpriteRandom random)
    {
        canvas.Draw(random.Pick(Drawn.All("ghost")), 3, 3, random.Pick(Ramps.Pale));
        canvas.Draw(random.Pick(Drawn.All("faces")), 5, 7);
        if (random.Chance(50)) canvas.Draw(Drawn["cheeks"], 4, 9, Ramps.Pink);
        canvas.Outline();
        Dress(canvas, random, 5, 1);
    }

    private static void Skeleton(Canvas16 canvas, SpriteRandom random)
    {
        canvas.Draw(Drawn["skeleton"], 4, 2, random.Pick(Ramps.Pale), random.Pick(Ramps.Bright));
        canvas.Outline();
        var metal = random.Pick(Ramps.Metal);
        var wood = random.Pick(Ramps.Wood);
        canvas.Stamp(random.Pick([Tools["sword"], Tools["axe"], Tools["bow"], Tools["scythe"]]), 12, 4, metal, wood);
        if (random.Chance(50)) canvas.Stamp(Tools["round shield"], 1, 9, random.Pick(Ramps.Bright), metal);
    }

    private static void Mushroom(Canvas16 canvas, SpriteRandom random)
    {
        var cap = random.Pick(Ramps.Bright);
        canvas.Draw(Drawn["foot"], 4, 9, random.Pick([Ramps.Cream, Ramps.Tan, Ramps.White]));
        canvas.Draw(random.Pick(Drawn.All("cap")), 2, 2, cap, random.Other([.. Ramps.Pale, Ramps.Yellow, Ramps.Pink], cap));
        canvas.Draw(random.Pick(Drawn.All("faces")), 5, 10);
        canvas.Outline();
    }

    private static void Dragon(Canvas16 canvas, SpriteRandom random)
    {
        var body = random.Pick(Ramps.Bright);
        canvas.Draw(Drawn["dragon"], 1, 1, body, random.Other(Ramps.Cloth, body), random.Pick([Ramps.Cream, Ramps.Yellow, Ramps.Tan]),
            random.Pick([Ramps.Bone, Ramps.Gold, Ramps.Slate]));
        canvas.Draw(random.Pick(Drawn.All("snouts")), 5, 5, body);
        canvas.Outline();
    }

    private static void Spider(Canvas16 canvas, SpriteRandom random)
    {
        var body = random.Pick(Ramps.Cloth);
        canvas.Draw(random.Pick(Drawn.All("spider")), 1, 3, body, random.Other(Ramps.Bright, body));
        canvas.Draw(random.Pick(Drawn.All("faces")), 5, 9);
        canvas.Outline();
    }

    private static void Eye(Canvas16 canvas, SpriteRandom random)
    {
        canvas.Draw(Drawn["eye"], 2, 2, random.Pick(Ramps.Pale), random.Pick(Ramps.Bright));
        canvas.Draw(random.Pick(Drawn.All("lids")), 2, 2, random.Pick(Ramps.Cloth));
        canvas.Outline();
    }

    private static void Imp(Canvas16 canvas, SpriteRandom random)
    {
        var skin = random.Pick(Ramps.Bright);
        canvas.Draw(Drawn["imp"], 2, 1, skin, random.Pick([Ramps.Bone, Ramps.Gold, Ramps.Slate]), random.Other(Ramps.Cloth, skin));
        canvas.Draw(random.Pick(Drawn.All("faces")), 5, 5);
        canvas.Outline();
    }

    private static void Robot(Canvas16 canvas, SpriteRandom random)
    {
        var shell = random.Pick([.. Ramps.Metal, .. Ramps.Bright]);
        canvas.Draw(random.Pick(Drawn.All("robot")), 2, 1, shell, random.Other(Ramps.Bright, shell), random.Other(Ramps.Metal, shell));
        canvas.Outline();
    }

    private static void Crab(Canvas16 canvas, SpriteRandom random)
    {
        var shell = random.Pick(Ramps.Cloth);
        canvas.Draw(random.Pick(Drawn.All("crab")), 1, 2, shell, random.Other(Ramps.Cloth, shell));
        canvas.Draw(random.Pick(Drawn.All("faces")), 5, 7);
        canvas.Outline();
    }

    private static void Owl(Canvas16 canvas, SpriteRandom random)
    {
        var feathers = random.Pick(Ramps.Cloth);
        canvas.Draw(random.Pick(Drawn.All("owl")), 3, 2, feathers, random.Pick([Ramps.Cream, Ramps.Tan, Ramps.White, Ramps.Yellow]),
            random.Pick([Ramps.Orange, Ramps.Gold]), random.Pick(Ramps.Cloth));
        canvas.Outline();
    }

    // Half of all wear nothing.
    private static void Dress(Canvas16 canvas, SpriteRandom random, int x, int y)
    {
        var color = random.Pick(Ramps.Bright);
        switch (random.Next(6))
        {
            case 0: canvas.Stamp(Drawn["crown"], x, y, Ramps.Gold, color); break;
            case 1: canvas.Stamp(Drawn["bow"], x, y, color); break;
            case 2: canvas.Stamp(Drawn["horns"], x, y, color); break;
            default: break;
        }
    }
}

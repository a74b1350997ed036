namespace Diffusion.Data.Pixels;

/// <summary>What a creature may wear: nothing half the time.</summary>
internal static class Headwear
{
    private static readonly Art s_crown = new("""
        2.33.2
        235521
        """);

    private static readonly Art s_bow = new("""
        22..21
        231121
        22..11
        """);

    private static readonly Art s_horns = new("""
        2....2
        22..21
        """);

    /// <summary>Draws a crown, a bow or horns, 6 wide.</summary>
    public static void Draw(Canvas16 canvas, SpriteRandom random, int x, int y)
    {
        var color = random.Pick(Ramps.Bright);
        switch (random.Next(6))
        {
            case 0: canvas.Stamp(s_crown, x, y, Ramps.Gold, color); break;
            case 1: canvas.Stamp(s_bow, x, y, color); break;
            case 2: canvas.Stamp(s_horns, x, y, color); break;
            default: break;
        }
    }
}

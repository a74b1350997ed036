namespace Diffusion.Data.Pixels;

/// <summary>What people hold, in two colours: blade or head, then grip.</summary>
internal static class Tools
{
    /// <summary>Tools for the right side, 3 wide and at (12, 4).</summary>
    public static readonly Art Sword = new("""
        ..3
        .32
        .32
        .32
        .32
        .32
        .31
        664
        .54
        .54
        """);

    public static readonly Art Staff = new("""
        .3.
        322
        321
        .1.
        .6.
        .5.
        .6.
        .5.
        .5.
        .5.
        .4.
        """);

    public static readonly Art Axe = new("""
        .6.
        .63
        353
        .52
        .6.
        .5.
        .5.
        .5.
        .4.
        .4.
        """);

    public static readonly Art Bow = new("""
        65.
        .65
        ..6
        ..5
        ..5
        ..5
        ..4
        .54
        54.
        """);

    public static readonly Art Spoon = new("""
        332
        322
        221
        .1.
        .6.
        .5.
        .5.
        .5.
        .4.
        """);

    public static readonly Art Scythe = new("""
        3.3
        3.2
        232
        .1.
        .6.
        .5.
        .6.
        .5.
        .5.
        .4.
        """);

    /// <summary>A shield for the left side, at (1, 9).</summary>
    public static readonly Art Shield = new("""
        2232
        2562
        2552
        2221
        .21.
        """);

    /// <summary>A round shield for the left side, at (1, 9).</summary>
    public static readonly Art RoundShield = new("""
        .22.
        2562
        2551
        .21.
        """);
}

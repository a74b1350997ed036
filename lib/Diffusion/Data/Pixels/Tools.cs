namespace Diffusion.Data.Pixels;

/// <summary>What people hold, in two colours: blade or head, then grip.</summary>
internal static class Tools
{
    /// <summary>Tools for the right side, 3 wide and at (12, 3).</summary>
    public static readonly Art Sword = new("""
        ..3
        ..2
        ..3
        ..2
        ..3
        ..2
        ..2
        .55
        ..4
        """);

    public static readonly Art Staff = new("""
        ..2
        .23
        ..1
        ..5
        ..5
        ..4
        ..5
        ..5
        ..4
        ..5
        ..4
        """);

    public static readonly Art Axe = new("""
        ...
        .32
        .32
        .25
        ..5
        ..4
        ..5
        ..5
        ..4
        ..4
        """);

    public static readonly Art Bow = new("""
        ...
        ...
        .5.
        ..5
        ..5
        ..5
        ..5
        ..4
        ..4
        .4.
        """);

    public static readonly Art Spoon = new("""
        ...
        ...
        .32
        .22
        .21
        ..5
        ..5
        ..5
        ..4
        """);

    public static readonly Art Scythe = new("""
        ...
        332
        .25
        ..5
        ..5
        ..4
        ..5
        ..5
        ..4
        ..5
        ..4
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

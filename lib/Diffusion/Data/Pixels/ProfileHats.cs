namespace Diffusion.Data.Pixels;

/// <summary>What people wear on their heads, seen from the side, in two colours.</summary>
internal static class ProfileHats
{
    /// <summary>A helmet whose plume falls back, at (2, 1).</summary>
    public static readonly Art Helmet = new("""
        .566552....
        5652233322.
        54223333222
        5.222222221
        ..22222....
        ..12222....
        ..11222....
        ..1122.....
        """);

    /// <summary>A pointed hat whose tip hangs back, at (2, 1).</summary>
    public static readonly Art Pointed = new("""
        ..2222......
        .12.2332....
        ...223322...
        ...566654...
        122332222221
        """);

    /// <summary>A hood, at (3, 1).</summary>
    public static readonly Art Hood = new("""
        ..2222....
        .2233322..
        2223332222
        12222222..
        .12222....
        .11222....
        .11222....
        ..1122....
        """);

    /// <summary>A helmet with horns, at (2, 1).</summary>
    public static readonly Art Horned = new("""
        6..........
        56.223322.6
        5522333225.
        .5222222254
        ..445554445
        """);

    /// <summary>A crown, at (4, 1).</summary>
    public static readonly Art Crown = new("""
        .2.3..2.
        .232.22.
        .2335221
        """);

    /// <summary>A straw hat, at (2, 1).</summary>
    public static readonly Art Straw = new("""
        ...22332....
        ..2233322...
        ..5566655...
        122332222221
        """);

    /// <summary>A ninja's scarf with its ends flying, at (1, 2).</summary>
    public static readonly Art Mask = new("""
        ....233322..
        ...23332222.
        66.22222221.
        .5566655554.
        6556222.....
        .54.222.....
        ...122222221
        ....1122211.
        """);

    /// <summary>A cook's hat, at (3, 0).</summary>
    public static readonly Art Toque = new("""
        ..........
        ..233322..
        .23332222.
        .12222221.
        ..222222..
        ..455554..
        """);
}

namespace Diffusion.Data.Pixels;

/// <summary>What heroes wear on their heads, seen from the front, in two colours.</summary>
internal static class HeroHats
{
    /// <summary>A closed helmet with a plume, at (4, 1).</summary>
    public static readonly Art Helmet = new("""
        ...565..
        .233322.
        23332222
        23222221
        22222221
        2......1
        2......1
        2......1
        """);

    /// <summary>A pointed hat with a band, at (2, 1).</summary>
    public static readonly Art Pointed = new("""
        .....222....
        ....2321....
        ...232221...
        ...566654...
        222332222211
        """);

    /// <summary>A hood, at (3, 1).</summary>
    public static readonly Art Hood = new("""
        ....222...
        ..223322..
        .22333222.
        2233222221
        22......11
        22......11
        22......11
        .2......1.
        """);

    /// <summary>A helmet with horns, at (2, 1).</summary>
    public static readonly Art Horned = new("""
        6..........6
        56.223322.54
        5522333222.4
        .5223222221.
        ..54545454..
        """);

    /// <summary>A crown, at (4, 1).</summary>
    public static readonly Art Crown = new("""
        2..33..2
        22.32.21
        23352221
        """);

    /// <summary>A straw hat, at (2, 1).</summary>
    public static readonly Art Straw = new("""
        ...223322...
        ..22333222..
        ..55666554..
        223322222211
        """);

    /// <summary>A ninja's scarf, at (4, 2).</summary>
    public static readonly Art Mask = new("""
        .233322.
        23332222
        22222221
        56655554
        ........
        ........
        22222221
        .222211.
        """);

    /// <summary>A cook's hat, at (3, 0).</summary>
    public static readonly Art Toque = new("""
        ..........
        ..233322..
        .23332222.
        .23322221.
        ..222221..
        ..455554..
        """);
}

namespace Diffusion.Data.Pixels;

/// <summary>The parts of a person who walks to the right; 1 2 3 is the part's own colour.</summary>
internal static class ProfileArt
{
    /// <summary>At (4, 3).</summary>
    public static readonly Art Head = new("""
        .222222..
        22222222.
        22222222.
        222222k2.
        122222k22
        .1122222.
        """);

    /// <summary>At (2, 1), the back of the head to the left.</summary>
    public static readonly Art[] Hair =
    [
        new("""
            ...........
            ...223322..
            ..22333222.
            ..22222221.
            ..2222..1..
            ..1222.....
            ..1122.....
            ...11......
            """),
        new("""
            ...........
            ...223322..
            ..22333222.
            .222222221.
            .22222..1..
            .12222.....
            .11222.....
            .1122......
            .112.......
            """),
        new("""
            ...2..2....
            .2.2232222.
            ..22333222.
            222222222..
            ..22222.2..
            .12222.....
            ..1122.....
            ...1.......
            """),
        new("""
            ..22.......
            .2232332...
            .22223322..
            ..122222221
            ..2222..1..
            ..1222.....
            ...11......
            ...........
            """),
        new("""
            ...........
            ...223322..
            ..22333222.
            ..22222221.
            222222..1..
            22.122.....
            22..1......
            12.........
            11.........
            """),
    ];

    /// <summary>At (7, 7).</summary>
    public static readonly Art Beard = new("""
        2....
        22222
        12222
        .112.
        """);

    /// <summary>Three bodies in a stride, at (4, 9): the cloth, then skin, then belt and shoes.</summary>
    public static readonly Art[] Walk =
    [
        new("""
            ..2222..
            .33212..
            .32122..
            ..77557.
            .88..88.
            77....77
            """),
        new("""
            ..2222..
            ..32212.
            .332212.
            .777755.
            ..8888..
            ..77.77.
            """),
        new("""
            ..2222..
            ..3212..
            .53122..
            ..77777.
            ..888...
            ..7777..
            """),
    ];

    /// <summary>A robe in two strides, at (4, 9).</summary>
    public static readonly Art[] RobeWalk =
    [
        new("""
            ..2222..
            .33212..
            .332122.
            .332155.
            .3322228
            33222228
            """),
        new("""
            ..2222..
            ..3212..
            ..33122.
            ..332155
            ..332228
            .3322228
            """),
    ];
}

namespace Diffusion.Data.Pixels;

/// <summary>Ghosts and their like; places are those of the upper left corner.</summary>
internal static class FiendArt
{
    /// <summary>At (3, 3).</summary>
    public static readonly Art[] Ghost =
    [
        new("""
            ...2222...
            .22333222.
            .23332222.
            2233222221
            2222222221
            2222222221
            2222222221
            2222222221
            2222222211
            2222222211
            22.2222.11
            .2..22..1.
            """),
        new("""
            ...2222...
            .22333222.
            .23332222.
            2233222221
            2222222221
            2222222221
            2222222221
            2222222211
            .222222211
            ..22222111
            ....22211.
            ......2211
            """),
    ];

    /// <summary>At (4, 2): skull and bones.</summary>
    public static readonly Art Skeleton = new("""
        .233322.
        23332222
        23222221
        2kk22kk1
        2k522k51
        22222221
        .2k2k2k.
        ........
        .2.22.1.
        2.2222.1
        2..22..1
        ..2222..
        ..2..1..
        .22..11.
        """);

    /// <summary>A floating eye at (2, 2): the white, then the iris.</summary>
    public static readonly Art Eye = new("""
        ....2222....
        ..22333222..
        .2333322222.
        .2332222222.
        233225555221
        2322566kk521
        222256kkk421
        22225kkkk421
        .22225kk441.
        .2222244211.
        ..11222211..
        ....1111....
        """);

    /// <summary>Lids for the floating eye, at (2, 2): open, half shut, angry, with lashes.</summary>
    public static readonly Art[] Lids =
    [
        new("""
            ....2222....
            ..22333222..
            .2332222222.
            .2kkkkkkkk2.
            2k........k1
            """),
        new("""
            ....2222....
            ..22333222..
            .2333322222.
            .2333222222.
            233222222221
            kkkkkkkkkkkk
            """),
        new("""
            ....2222....
            ..22333222..
            .2kk2222kk2.
            .k.kk22kk.k.
            2....kk....1
            """),
        new("""
            .2..2222..2.
            ..22333222..
            2.2......2.2
            .2........2.
            """),
    ];

    /// <summary>At (2, 1): skin, horns, cloth.</summary>
    public static readonly Art Imp = new("""
        .6........6.
        .55......54.
        .2552222542.
        2.23332222.1
        222333222211
        .2232222221.
        .2222222221.
        ..22222221..
        ...111111...
        ..23322221..
        .2.222221.1.
        .2.899888.1.
        ...888887...
        ...22..21...
        """);
}

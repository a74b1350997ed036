namespace Diffusion.Data.Pixels;

/// <summary>The parts of a person seen from the front; 1 2 3 is the part's own colour.</summary>
internal static class HeroArt
{
    /// <summary>At (4, 3).</summary>
    public static readonly Art Head = new("""
        .222222.
        22222221
        22222221
        22k22k21
        22k22k21
        .222211.
        """);

    /// <summary>At (3, 1).</summary>
    public static readonly Art[] Hair =
    [
        new("""
            ..........
            ..223322..
            .22333222.
            .22222221.
            .2.2....1.
            .2........
            ..........
            ..........
            """),
        new("""
            ..........
            ..223322..
            .22333222.
            2222222221
            222.22..21
            22......11
            22......11
            .2......1.
            """),
        new("""
            ..2..2..2.
            .222322221
            .22333222.
            2222222221
            .22.22.21.
            .2......1.
            ..........
            ..........
            """),
        new("""
            ....22....
            ...2322...
            ..223322..
            .22332221.
            .222..221.
            .2......1.
            ..........
            ..........
            """),
        new("""
            ..223322..
            .22333222.
            2233322221
            2222222221
            222....211
            22......11
            .2......1.
            ..........
            """),
        new("""
            ..........
            ..223322..
            .22333222.
            2222222221
            222.....11
            22......11
            22......11
            22......11
            """),
    ];

    /// <summary>A beard, at (4, 7).</summary>
    public static readonly Art Beard = new("""
        2......1
        22.kk.21
        22222221
        .222211.
        ..2221..
        """);

    /// <summary>Bodies at (4, 9): the cloth, then skin, then belt and trousers.</summary>
    public static readonly Art Tunic = new("""
        ..2222..
        23222211
        22222211
        52777715
        .222221.
        .89..87.
        """);

    public static readonly Art Dress = new("""
        ..2552..
        23222211
        52222215
        .222221.
        22322211
        23222211
        """);

    public static readonly Art Robe = new("""
        ..2772..
        23277211
        22277211
        52277215
        .227721.
        22277211
        """);

    public static readonly Art Armour = new("""
        .323221.
        33k22k11
        2333221.
        52777715
        .22kk21.
        .32..21.
        """);

    public static readonly Art Overalls = new("""
        .828827.
        88288277
        882222.7
        5222221.
        .222221.
        .22..21.
        """);

    public static readonly Art Wrap = new("""
        ..2332..
        23222211
        22233211
        57777775
        .222221.
        .22..21.
        """);
}

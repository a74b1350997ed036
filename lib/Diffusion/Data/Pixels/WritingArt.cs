namespace Diffusion.Data.Pixels;

/// <summary>Books and scrolls, at most 14 wide and high with the outline left out.</summary>
internal static class WritingArt
{
    private static readonly Art s_book = new("""
        .2222222222.
        2333333333a1
        232222222cb1
        232229822221
        232298872221
        232988887221
        232288872221
        232228722221
        232222222221
        232222222cb1
        2222222222a1
        255555555551
        265656565651
        .1111111111.
        """);

    /// <summary>Books with a star, a moon, an eye: cover, pages, emblem, clasp.</summary>
    public static readonly Art[] Book =
    [
        s_book,
        s_book.With(3, 3, """
            ....8..
            ...22..
            29.2227
            .9..2.8
            ..9888.
            """),
        s_book.With(2, 3, """
            ...22..
            .9...8.
            98kk...
            98kk.87
            .88.87.
            """),
    ];

    /// <summary>An open scroll and a rolled one: paper, ink, seal, rod.</summary>
    public static readonly Art[] Scroll =
    [
        new("""
            cb2222222222ba
            c3333333332211
            cb2222222211ba
            ..3222222221..
            ..3244442221..
            ..3222222221..
            ..3244444421..
            ..3222222221..
            ..3244422981..
            ..3222229881..
            ..3222222871..
            cb3333333321ba
            c2222222222111
            cb1111111111ba
            """),
        new("""
            ..........32..
            .........3222.
            ........32221c
            .......3222bcb
            ......322221ba
            .....32298221.
            ....322988721.
            ...322287721..
            ..32222221....
            .32222221.....
            c3222221......
            bc22221.......
            ab221.........
            .ba...........
            """),
    ];
}

namespace Diffusion.Data.Pixels;

/// <summary>Sweet things, at most 14 wide and high with the outline left out.</summary>
internal static class SweetArt
{
    /// <summary>A slice of cake and a small cake in its cup: icing, sponge, cherry, cream.</summary>
    public static readonly Art[] Cake =
    [
        new("""
            ........98....
            ........87....
            ......333333..
            ....3333333333
            ..333333333333
            22222222222222
            25525525525521
            55555555555554
            cbbcbbcbbcbbba
            55555555555554
            55555555555544
            22222222222221
            11111111111111
            """),
        new("""
            ......98......
            ......87......
            .....3222.....
            ....332222....
            ...2222221....
            ...33222222...
            ..3322222222..
            .222222222221.
            .211222112211.
            ..b5cb5cb5ba..
            ..b5cb5cb5ba..
            ...5cb5cb5a...
            ...5cb5cb5a...
            ...5bb5bb5a...
            """),
    ];

    private static readonly Art s_donut = new("""
        .....5555.....
        ...55666555...
        ..5566585575..
        ..5685555555..
        .566554455584.
        .58554..55554.
        .55554..55854.
        .555555555554.
        .258555575551.
        ..2555855551..
        ...22225221...
        .....1111.....
        """);

    /// <summary>Dough, icing, sprinkles.</summary>
    public static readonly Art[] Donut =
    [
        s_donut,
        s_donut.With(2, 2, """
            .88.65.88.
            .5.8..88..
            55.8888..5
            .8.5....88
            .888..885.
            ..........
            8.....5.88
            ..885.88..
            """),
    ];

    /// <summary>Ice, cone or stick, topping, second flavour.</summary>
    public static readonly Art[] Ice =
    [
        new("""
            ......98......
            .....2887.....
            ....233222....
            ...23322221...
            ...23222221...
            ..bccbbbbbba..
            ..bcbbbbbbba..
            ..bbbbbbbbaa..
            ...66555554...
            ...56565654...
            ....565654....
            ....556554....
            .....5654.....
            ......54......
            """),
        new("""
            ....222222....
            ...23322221...
            ..2332222221..
            ..2322222221..
            ..2322988221..
            ..c2298872ba..
            ..cbb2872bba..
            ..cbbbbbbbba..
            ..cbbbbbbbba..
            ..bbbbbbbbaa..
            ..aaaaaaaaaa..
            ......65......
            ......65......
            ......54......
            """),
    ];
}

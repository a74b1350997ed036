namespace Diffusion.Data.Pixels;

/// <summary>Faces for creatures.</summary>
internal static class Faces
{
    /// <summary>6 wide and 4 high.</summary>
    public static readonly Art[] All =
    [
        new("""
            k....k
            k....k
            ..kk..
            ......
            """),
        new("""
            wk..wk
            kk..kk
            ......
            ..kk..
            """),
        new("""
            k....k
            .k..k.
            ......
            .kkkk.
            """),
        new("""
            kk..kk
            kk..kk
            ..rr..
            ..kk..
            """),
        new("""
            .k..k.
            k.kk.k
            ......
            ..kk..
            """),
    ];

    /// <summary>4 wide and 3 high.</summary>
    public static readonly Art[] Small =
    [
        new("""
            w..w
            k..k
            ....
            """),
        new("""
            w..w
            k..k
            .ww.
            """),
        new("""
            k..k
            ....
            .ww.
            """),
        new("""
            w..w
            r..r
            ....
            """),
        new("""
            w..w
            w..w
            .kk.
            """),
    ];

    /// <summary>Faces with nostrils, 6 wide and 5 high.</summary>
    public static readonly Art[] Snouts =
    [
        new("""
            k....k
            k....k
            .3333.
            .k33k.
            ..11..
            """),
        new("""
            wk..kw
            kk..kk
            .3333.
            .k33k.
            ..11..
            """),
        new("""
            k....k
            .k..k.
            .3333.
            .k33k.
            .wrrw.
            """),
    ];

    /// <summary>8 wide.</summary>
    public static readonly Art Cheeks = new("2......2");
}

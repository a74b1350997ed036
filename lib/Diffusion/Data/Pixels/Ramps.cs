namespace Diffusion.Data.Pixels;

/// <summary>All materials: few, saturated alike, so that any two of them go together.</summary>
internal static class Ramps
{
    public static readonly Ramp Red = new(0x8a1a3c, 0xd8353f, 0xff7a63);
    public static readonly Ramp Orange = new(0xa63a22, 0xef7d2b, 0xffb95a);
    public static readonly Ramp Yellow = new(0xc07a1e, 0xf7c638, 0xfff09a);
    public static readonly Ramp Lime = new(0x3c7a34, 0x86c53a, 0xd2ee78);
    public static readonly Ramp Green = new(0x1b5e4b, 0x34a256, 0x86dc72);
    public static readonly Ramp Teal = new(0x155468, 0x229c94, 0x6ce0bc);
    public static readonly Ramp Sky = new(0x2867a4, 0x3bb3e4, 0xa0ecf6);
    public static readonly Ramp Blue = new(0x272f86, 0x3b68d8, 0x7fb2fb);
    public static readonly Ramp Purple = new(0x4c2274, 0x8c46c0, 0xcb8cf0);
    public static readonly Ramp Magenta = new(0x7a1f6a, 0xcf4398, 0xfb92c6);
    public static readonly Ramp Pink = new(0xb84d80, 0xf690ac, 0xffcdd0);
    public static readonly Ramp Wine = new(0x521436, 0x9c2448, 0xdc5e6c);
    public static readonly Ramp Peach = new(0xcf6a58, 0xf9ab7c, 0xffdcb0);
    public static readonly Ramp Olive = new(0x55582c, 0x979a3c, 0xd6d072);
    public static readonly Ramp Copper = new(0x74303a, 0xbd6a42, 0xf0ae7a);
    public static readonly Ramp Brown = new(0x542b2c, 0x915437, 0xcb8d55);
    public static readonly Ramp Tan = new(0x9a6542, 0xd9a86c, 0xf7dca4);
    public static readonly Ramp Slate = new(0x2c2c48, 0x4e5474, 0x808aa8);
    public static readonly Ramp Steel = new(0x5c6484, 0xa2adc2, 0xe4ebf2);
    public static readonly Ramp Gold = new(0xb0661f, 0xf3b530, 0xfff3a6);
    public static readonly Ramp White = new(0xa7b2d0, 0xe2e8f4, 0xffffff);
    public static readonly Ramp Cream = new(0xcf9f7a, 0xf8e3ba, 0xfff8e2);
    public static readonly Ramp Bone = new(0xb3a48c, 0xeee3c8, 0xfffbec);

    public static readonly Ramp[] Bright = [Red, Orange, Yellow, Lime, Green, Teal, Sky, Blue, Purple, Magenta, Pink];
    public static readonly Ramp[] Cloth = [Red, Orange, Yellow, Lime, Green, Teal, Sky, Blue, Purple, Magenta, Brown, Slate];
    public static readonly Ramp[] Metal = [Steel, Gold, Slate];
    public static readonly Ramp[] Wood = [Brown, Tan];

    public static readonly Ramp[] Skin =
    [
        new(0xdb8f7c, 0xfccfae, 0xffe9d2),
        new(0xbd6f55, 0xeeb088, 0xfdd3ac),
        new(0x96523c, 0xcd8a5c, 0xe8b382),
        new(0x6a3638, 0xa5673f, 0xc98e5e),
        new(0x4c2a38, 0x7f4c40, 0xa87058),
    ];

    public static readonly Ramp[] Hair =
    [
        new(0x1f1b33, 0x3a3654, 0x66648a),
        new(0x3c2028, 0x6c4030, 0x9a6844),
        new(0x7a2c22, 0xba5128, 0xe8894a),
        new(0xb07428, 0xeec054, 0xfdeba0),
        new(0x7d829e, 0xbcc3d4, 0xeef2f6),
        new(0x7a1f4c, 0xd0405e, 0xf88080),
        new(0x243a80, 0x3f78cc, 0x80bcf2),
        new(0x6a2c80, 0xaf58bc, 0xe398da),
    ];

    public static readonly Ramp[] Pale =
    [
        White,
        new(0x8aa4d8, 0xcfe2fa, 0xf8fcff),
        new(0x84b8a4, 0xcdf0d8, 0xf6fff4),
        new(0xa892d0, 0xe0d2f6, 0xfbf6ff),
        new(0xd894a8, 0xfad2d8, 0xfff4f2),
        new(0xcca870, 0xf8e8b4, 0xfffbe6),
    ];
}

/// <summary>Three shades of one material, 0xRRGGBB; the shadow leans to blue and violet, the light to yellow.</summary>
internal readonly record struct Ramp(int Shadow, int Base, int Light);

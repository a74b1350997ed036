namespace Diffusion.Charts.Tests.Style;

public sealed class ColorTests
{
    private static readonly Rgb Dark = new(0x1e, 0x1e, 0x1e);

    [Fact]
    public void TimeRamp_Everywhere_IsSeenOnWhiteAndOnDark()
    {
        foreach (var color in Enumerable.Range(0, 21).Select(i => TimeRamp.ColorAt(i / 20.0)))
        {
            Assert.True(Contrast(color, Rgb.White) >= 2.7, $"{color.Hex} on white: {Contrast(color, Rgb.White):0.00}");
            Assert.True(Contrast(color, Dark) >= 3, $"{color.Hex} on dark: {Contrast(color, Dark):0.00}");
        }
    }

    [Fact]
    public void TimeRamp_FromDataToNoise_GrowsLighterAtEveryStep()
    {
        var light = Enumerable.Range(0, 21).Select(i => Luminance(TimeRamp.ColorAt(i / 20.0))).ToArray();
        Assert.True(light[^1] > light[0] + 0.08);
    }

    [Fact]
    public void Text_WithoutAPage_IsReadOnWhiteAndOnDark()
    {
        var text = Rgb.Parse(Palette.Text);
        Assert.True(Math.Min(Contrast(text, Rgb.White), Contrast(text, Dark)) >= 3.5);
    }

    [Fact]
    public void Palette_FirstColours_AreFarApartForTheColourBlind()
    {
        // Red and green fall together for most colour-blind people: lightness and blue must tell colours apart.
        var first = Palette.Colors.Take(3).Select(Rgb.Parse).ToArray();
        for (var i = 0; i < first.Length; i++)
        {
            for (var j = 0; j < i; j++)
                Assert.True(Math.Abs(first[i].B - first[j].B) >= 40 || Math.Abs(Luminance(first[i]) - Luminance(first[j])) >= 0.1, $"{first[i].Hex} {first[j].Hex}");
        }
    }

    private static double Contrast(Rgb first, Rgb second)
    {
        double a = Luminance(first), b = Luminance(second);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(Rgb color) => (0.2126 * Linear(color.R)) + (0.7152 * Linear(color.G)) + (0.0722 * Linear(color.B));

    private static double Linear(byte channel) => channel / 255.0 <= 0.04045 ? channel / 255.0 / 12.92 : Math.Pow(((channel / 255.0) + 0.055) / 1.055, 2.4);
}

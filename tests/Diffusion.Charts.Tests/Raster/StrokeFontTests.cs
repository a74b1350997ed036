using Diffusion.Charts.Raster;

namespace Diffusion.Charts.Tests.Raster;

public sealed class StrokeFontTests
{
    [Fact]
    public void Glyphs_AreAllDifferent()
    {
        var drawn = StrokeGlyphs.All.Keys.Where(letter => letter is not '−').Select(letter => Draw($"{letter}")).ToArray(); // minus is a longer hyphen
        Assert.Equal(drawn.Length, drawn.Distinct().Count());
    }

    [Fact]
    public void Glyphs_OfWhatLabelsSay_AreAllThere() =>
        Assert.All("forward reverse t = 0123456789 step loss DDPM DDIM".Where(letter => letter != ' '), letter => Assert.Contains(letter, StrokeGlyphs.All.Keys));

    [Fact]
    public void Text_Measured_IsAsWideAsDrawn()
    {
        var canvas = new Canvas(300, 40);
        StrokeFont.Draw(canvas, "t = 100", 10, 28, 16);
        var right = Enumerable.Range(0, 300).Last(x => Enumerable.Range(0, 40).Any(y => canvas[x, y] > 0.5));
        Assert.InRange(right, 10 + StrokeFont.Measure("t = 100", 16) - 6, 10 + StrokeFont.Measure("t = 100", 16));
    }

    [Fact]
    public void UnknownLetter_IsABox() => Assert.Equal(Draw("字"), Draw("語"));

    private static string Draw(string text)
    {
        var canvas = new Canvas(40, 40);
        StrokeFont.Draw(canvas, text, 8, 28, 20);
        return string.Join(',', Enumerable.Range(0, 1600).Select(i => (int)(9 * canvas[i % 40, i / 40])));
    }
}

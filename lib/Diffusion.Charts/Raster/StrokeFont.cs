using System.Globalization;

namespace Diffusion.Charts.Raster;

/// <summary>
/// A plain font of our own for pictures that carry text: each glyph is a few strokes on a grid (baseline 0, small
/// letters 5 high, tall ones 8). A stroke is <c>L x y x y …</c> or <c>A cx cy rx ry from to</c>, an arc in degrees.
/// </summary>
internal static class StrokeFont
{
    private const double Space = 2.2;
    private const double Tracking = 1.7;
    private const string Unknown = "L 0 0 4 0 4 7 0 7 0 0";
    private static readonly Dictionary<char, IReadOnlyList<IReadOnlyList<(double X, double Y)>>> Glyphs =
        StrokeGlyphs.All.ToDictionary(glyph => glyph.Key, glyph => Parse(glyph.Value));

    private static readonly IReadOnlyList<IReadOnlyList<(double X, double Y)>> Missing = Parse(Unknown);

    /// <summary>Writes a line of text.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="text">What.</param>
    /// <param name="x">The left end in pixels.</param>
    /// <param name="baseline">The baseline in pixels from above.</param>
    /// <param name="size">The height of tall letters in pixels.</param>
    public static void Draw(Canvas canvas, string text, double x, double baseline, double size)
    {
        var unit = size / 8;
        foreach (var letter in text)
        {
            if (letter is ' ')
            {
                x += (Space + Tracking) * unit;
                continue;
            }

            var strokes = Glyph(letter);
            foreach (var stroke in strokes)
            {
                for (var i = 1; i < stroke.Count; i++)
                    canvas.Stroke(
                        x + (stroke[i - 1].X * unit),
                        baseline - (stroke[i - 1].Y * unit),
                        x + (stroke[i].X * unit),
                        baseline - (stroke[i].Y * unit),
                        0.95 * unit);
            }

            x += (Width(strokes) + Tracking) * unit;
        }
    }

    /// <summary>The width of a line of text in pixels.</summary>
    public static double Measure(string text, double size) =>
        text.Sum(letter => (letter is ' ' ? Space : Width(Glyph(letter))) + Tracking) * size / 8;

    private static IReadOnlyList<IReadOnlyList<(double X, double Y)>> Glyph(char letter) =>
        Glyphs.GetValueOrDefault(letter, Missing);

    private static double Width(IReadOnlyList<IReadOnlyList<(double X, double Y)>> strokes) =>
        strokes.Max(stroke => stroke.Max(point => point.X));

    private static IReadOnlyList<IReadOnlyList<(double X, double Y)>> Parse(string glyph) => [.. glyph.Split(';').Select(stroke =>
    {
        var words = stroke.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        double[] numbers = [.. words.Skip(1).Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
        return words[0] == "A" ? Arc(numbers) : numbers.Chunk(2).Select(pair => (pair[0], pair[1])).ToArray();
    })];

    private static (double X, double Y)[] Arc(double[] arc)
    {
        var pieces = Math.Max(4, (int)(Math.Abs(arc[5] - arc[4]) / 15));
        return [.. Enumerable.Range(0, pieces + 1).Select(i =>
        {
            var angle = (arc[4] + ((arc[5] - arc[4]) * i / pieces)) * Math.PI / 180;
            return (arc[0] + (arc[2] * Math.Cos(angle)), arc[1] + (arc[3] * Math.Sin(angle)));
        })];
    }
}

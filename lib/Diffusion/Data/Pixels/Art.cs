namespace Diffusion.Data.Pixels;

/// <summary>A drawing as text, one character a pixel.</summary>
/// <remarks>
/// '.' is nothing, 'k' the outline's black, 'w' white, 'r' red, and the rest are shades (shadow, base, light) of the
/// materials it is drawn with: 1 2 3 of the first, 4 5 6 of the second, 7 8 9 of the third, a b c of the fourth.
/// </remarks>
internal sealed class Art
{
    private readonly string[] _rows;

    public Art(string text)
    {
        _rows = text.Split('\n');
        if (_rows.FirstOrDefault(row => row.Length != _rows[0].Length) is { } row)
            throw new ArgumentException($"The row '{row}' is not as wide as the first of\n{text}", nameof(text));
    }

    public int Width => _rows[0].Length;

    public int Height => _rows.Length;

    /// <summary>This drawing with another over it, whose upper left corner lies at (x, y).</summary>
    public Art With(int x, int y, string text)
    {
        var rows = Array.ConvertAll(_rows, row => row.ToCharArray());
        foreach (var (dy, above) in text.Split('\n').Index())
        {
            foreach (var (dx, pixel) in above.Index())
            {
                if (pixel != '.') rows[y + dy][x + dx] = pixel;
            }
        }
        return new Art(string.Join('\n', rows.Select(row => new string(row))));
    }

    /// <summary>The colour at a place, or <see cref="Canvas16.Nothing"/>.</summary>
    public int Color(int x, int y, ReadOnlySpan<Ramp> ramps) => _rows[y][x] switch
    {
        '.' => Canvas16.Nothing,
        'k' => Canvas16.Black,
        'w' => 0xffffff,
        'r' => Ramps.Red.Base,
        var digit => Shade(ramps, digit >= 'a' ? digit - 'a' + 9 : digit - '1'),
    };

    private static int Shade(ReadOnlySpan<Ramp> ramps, int digit)
    {
        var ramp = ramps[digit / 3];
        return (digit % 3) switch { 0 => ramp.Shadow, 1 => ramp.Base, _ => ramp.Light };
    }
}

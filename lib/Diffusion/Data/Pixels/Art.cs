using System.Buffers;

namespace Diffusion.Data.Pixels;

/// <summary>A drawing as text, one character a pixel.</summary>
/// <remarks>
/// '.' is nothing, 'k' the outline's black, 'w' white, 'r' red, and the rest are shades (shadow, base, light) of the
/// materials it is drawn with: 1 2 3 of the first, 4 5 6 of the second, 7 8 9 of the third, a b c of the fourth.
/// </remarks>
internal sealed class Art
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create(".kwr123456789abc");

    private readonly string[] _rows;

    public Art(params string[] rows)
    {
        _rows = rows;
        if (Array.Find(rows, row => row.Length != rows[0].Length || row.ContainsAnyExcept(Allowed)) is { } row)
            throw new ArgumentException($"The row '{row}' is not as wide as the first, or no row of a drawing:\n{string.Join('\n', rows)}", nameof(rows));
    }

    public int Width => _rows[0].Length;

    public int Height => _rows.Length;

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

namespace Diffusion.Data.Pixels;

/// <summary>A sprite in the making: 16×16 pixels, drawn layer by layer and outlined at the end.</summary>
internal sealed class Canvas16
{
    public const int Size = 16;
    public const int Nothing = -1;
    public const int Black = 0x181425;
    public const int Background = 0xffffff;

    private readonly int[] _pixels = new int[Size * Size];

    public Canvas16() => Clear();

    public void Clear() => Array.Fill(_pixels, Nothing);

    /// <summary>Paints a drawing with its upper left corner at (x, y).</summary>
    public void Draw(Art art, int x, int y, params ReadOnlySpan<Ramp> ramps)
    {
        for (var row = 0; row < art.Height; row++)
            for (var column = 0; column < art.Width; column++)
                Set(x + column, y + row, art.Color(column, row, ramps));
    }

    /// <summary>Paints a drawing with a black line around it, which parts it from what lies below.</summary>
    public void Stamp(Art art, int x, int y, params ReadOnlySpan<Ramp> ramps)
    {
        for (var row = 0; row < art.Height; row++)
        {
            for (var column = 0; column < art.Width; column++)
            {
                if (art.Color(column, row, ramps) is Nothing or Black) continue;
                foreach (var (dx, dy) in Neighbours)
                    Set(x + column + dx, y + row + dy, Black);
            }
        }
        Draw(art, x, y, ramps);
    }

    /// <summary>Draws the black line around all that is coloured.</summary>
    public void Outline()
    {
        for (var place = 0; place < _pixels.Length; place++)
        {
            if (_pixels[place] == Nothing && TouchesColor(place % Size, place / Size))
                _pixels[place] = Black;
        }
    }

    /// <summary>Copies the picture, one plane each for red, green and blue.</summary>
    public void CopyTo(Span<byte> planes)
    {
        for (var place = 0; place < _pixels.Length; place++)
        {
            var color = _pixels[place] == Nothing ? Background : _pixels[place];
            for (var channel = 0; channel < 3; channel++)
                planes[channel * _pixels.Length + place] = (byte)(color >> (16 - 8 * channel));
        }
    }

    private static readonly (int X, int Y)[] Neighbours = [(-1, 0), (1, 0), (0, -1), (0, 1)];

    private bool TouchesColor(int x, int y)
    {
        foreach (var (dx, dy) in Neighbours)
        {
            var (nx, ny) = (x + dx, y + dy);
            if ((uint)nx < Size && (uint)ny < Size && _pixels[ny * Size + nx] is not (Nothing or Black))
                return true;
        }
        return false;
    }

    private void Set(int x, int y, int color)
    {
        if (color != Nothing && (uint)x < Size && (uint)y < Size)
            _pixels[y * Size + x] = color;
    }
}

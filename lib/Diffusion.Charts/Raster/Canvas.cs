namespace Diffusion.Charts.Raster;

/// <summary>
/// How strongly each pixel is covered, from 0 to 1; marks laid over each other add up as thin paint does.
/// </summary>
internal sealed class Canvas(int width, int height)
{
    private readonly float[] _cover = new float[width * height];

    public int Width { get; } = width;

    public int Height { get; } = height;

    public float this[int x, int y] => _cover[(y * Width) + x];

    /// <summary>A round dot with a soft edge of one pixel.</summary>
    public void Dot(double x, double y, double radius, double opacity)
    {
        int left = Math.Max(0, (int)Math.Floor(x - radius - 1)), right = Math.Min(
            Width - 1,
            (int)Math.Ceiling(x + radius + 1));
        int top = Math.Max(0, (int)Math.Floor(y - radius - 1)), bottom = Math.Min(
            Height - 1,
            (int)Math.Ceiling(y + radius + 1));
        for (var row = top; row <= bottom; row++)
        {
            for (var column = left; column <= right; column++)
            {
                var distance = Math.Sqrt(
                    ((column + 0.5 - x) * (column + 0.5 - x)) + ((row + 0.5 - y) * (row + 0.5 - y)));
                Paint(column, row, opacity * Math.Clamp(radius + 0.5 - distance, 0, 1));
            }
        }
    }

    /// <summary>A straight stroke with round ends.</summary>
    public void Stroke(double x0, double y0, double x1, double y1, double width)
    {
        double reach = (width / 2) + 1, dx = x1 - x0, dy = y1 - y0, square = Math.Max(1e-9, (dx * dx) + (dy * dy));
        int top = Math.Max(0, (int)(Math.Min(y0, y1) - reach)), bottom = Math.Min(Height - 1, (int)(Math.Max(y0, y1) + reach));
        int left = Math.Max(0, (int)(Math.Min(x0, x1) - reach)), right = Math.Min(Width - 1, (int)(Math.Max(x0, x1) + reach));
        for (var row = top; row <= bottom; row++)
        {
            for (var column = left; column <= right; column++)
            {
                double px = column + 0.5 - x0, py = row + 0.5 - y0;
                var along = Math.Clamp(((px * dx) + (py * dy)) / square, 0, 1);
                var distance = Math.Sqrt(Math.Pow(px - (along * dx), 2) + Math.Pow(py - (along * dy), 2));
                Cover(column, row, Math.Clamp((width / 2) + 0.5 - distance, 0, 1));
            }
        }
    }

    private void Paint(int x, int y, double cover)
    {
        ref var pixel = ref _cover[(y * Width) + x];
        pixel = (float)(1 - ((1 - pixel) * (1 - cover)));
    }

    // Strokes of one glyph overlap at their joints; the larger cover, not the sum, keeps the joints clean.
    private void Cover(int x, int y, double cover)
    {
        ref var pixel = ref _cover[(y * Width) + x];
        pixel = Math.Max(pixel, (float)cover);
    }
}

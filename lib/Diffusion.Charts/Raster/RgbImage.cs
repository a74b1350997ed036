namespace Diffusion.Charts.Raster;

/// <summary>A picture of true colours.</summary>
internal sealed class RgbImage
{
    private readonly Rgb[] _pixels;

    public RgbImage(int width, int height, Rgb background)
    {
        (Width, Height, _pixels) = (width, height, new Rgb[width * height]);
        Array.Fill(_pixels, background);
    }

    public int Width { get; }

    public int Height { get; }

    public ReadOnlySpan<Rgb> Pixels => _pixels;

    /// <summary>The colour that stands for nothing, where the page below shows through.</summary>
    public Rgb? Clear { get; init; }

    public Rgb this[int x, int y]
    {
        get => _pixels[(y * Width) + x];
        set => _pixels[(y * Width) + x] = value;
    }

    /// <summary>Lays a colour over the picture where a canvas is covered, in steps of its levels.</summary>
    public void Lay(Canvas canvas, Rgb color)
    {
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var level = CloudPainter.Level(canvas[x, y]);
                if (level > 0)
                    this[x, y] = color.Over(this[x, y], (double)level / (CloudPainter.Levels - 1));
            }
        }
    }
}

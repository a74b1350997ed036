namespace Diffusion.Charts.Display;

internal static class FigureHtml
{
    public static string Render(Figure figure) => figure.Title;
}

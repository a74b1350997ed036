using Diffusion.Charts.Raster;

namespace Diffusion.Charts;

public static partial class Chart
{
    /// <summary>Pictures in named rows, in true colours, each pixel a sharp square.</summary>
    /// <param name="rows">The names and pictures of the rows, all pictures of one size.</param>
    /// <param name="title">The title.</param>
    /// <param name="above">What stands above the columns.</param>
    /// <param name="alt">Alternative text; by default it names the rows.</param>
    public static Figure ImageRows(
        IEnumerable<(string Name, ImageBatch Images)> rows,
        string title,
        IEnumerable<string>? above = null,
        string? alt = null)
    {
        var all = Require.Some(rows, nameof(rows));
        string[] headings = [.. above ?? []];
        var first = all[0].Images;
        var columns = all.Max(row => row.Images.Count);
        if (headings.Length > 0)
            Require.Same(columns, headings.Length, "The numbers of columns and of what stands above them", nameof(above));
        ImageBatch.SameSize([.. all.Select(row => row.Images)]);
        var sheet = ImageSheet.Rows([.. all.Select(row => row.Images)], ImagePanel.Gap);
        int longest = all.Max(row => row.Name.Length), frame = headings.Length > 0 ? 42 : 20;
        var shape = new FigureShape
        {
            Ratio = Math.Max(0.4, 1 - (longest * 0.0095)) * sheet.Height / sheet.Width,
            MinHeight = 40,
            MaxHeight = all.Length * LargestPicture,
            Footer = frame,
        };
        var layout = Parts.Layout(title, shape, ImagePanel.Axes(
            sheet.Width,
            sheet.Height,
            1,
            [.. headings.Select((text, i) => (ImagePanel.Middle(i, first.Width), text))],
            [.. all.Select((row, i) => (ImagePanel.Middle(i, first.Height), row.Name + EnSpace))]));
        return new Figure
        {
            Data = [ImagePanel.Trace(sheet, 1, exact: true)],
            Layout = layout with
            {
                Height = layout.Height + frame,
                Margin = layout.Margin! with { L = 8, R = 8, B = 8 },
            },
            Shape = shape,
            AltText = alt
                ?? $"{title}: rows of {Words.Count(columns)} pictures, {Words.List([.. all.Select(row => row.Name)])}.",
            Caption = ClippedSentence([.. all.Select(row => row.Images)]),
        };
    }

    private const int LargestPicture = 116;

    private const string EnSpace = "\u2002";
}

using Diffusion.Charts.Plotly;

namespace Diffusion.Charts;

public static partial class Chart
{
    /// <summary>
    /// A U-Net as blocks with what comes out of each: a row for each resolution, arrows for data, skip connections and
    /// embeddings.
    /// </summary>
    /// <param name="down">The input and the stages of the way down, with the shapes [N, C, H, W] that they give.</param>
    /// <param name="up">The stages of the way up and the output, with their shapes.</param>
    /// <param name="title">The title.</param>
    /// <param name="embeddings">What enters besides: into the output of which stage of the way up, and how.</param>
    /// <param name="alt">Alternative text; by default it lists the blocks.</param>
    public static Figure UNet(
        IEnumerable<(string Name, long[] Shape)> down,
        IEnumerable<(string Name, long[] Shape)> up,
        string title,
        IEnumerable<(string Into, string Name)>? embeddings = null,
        string? alt = null)
    {
        var plan = new UNetPlan(Require.Some(down, nameof(down)), Require.Some(up, nameof(up)));
        (UNetPlan.Block From, UNetPlan.Block To)[] extra = [.. (embeddings ?? []).Select(each => Enter(plan, each))];
        (UNetPlan.Block Block, string Color)[] blocks =
        [
            .. plan.Down.Select(block => (block, block.X == 0 ? Palette.Neutral : Palette.At(0))),
            .. plan.Up.Select(block => (block, block.X == 4 ? Palette.Neutral : Palette.At(2))),
            .. extra.Select(each => (each.From, Palette.At(1))),
        ];
        (string, IEnumerable<(UNetPlan.Block, UNetPlan.Block)>, Line)[] links =
        [
            ("data", plan.Flow, new Line { Color = Palette.Neutral, Width = 2 }),
            ("skip connection", plan.Skips, new Line { Color = Palette.At(0), Width = 2, Dash = "dash" }),
            ("embedding", extra, new Line { Color = Palette.At(1), Width = 2, Dash = "dot" }),
        ];
        var shape = new FigureShape { Ratio = 0.12 * plan.Rows, MinHeight = 84 * plan.Rows, MaxHeight = 150 * plan.Rows };
        var layout = Parts.Layout(
            title,
            shape,
            ("xaxis", Bare("column", -0.5, UNetPlan.Columns - 0.5)),
            ("yaxis", Bare("row", 0.5 - plan.Rows, 0.42))).WithLegend();
        return new Figure
        {
            Data = [.. links.Where(link => link.Item2.Any()).Select(link => Connect(link.Item1, link.Item2, link.Item3))],
            Layout = layout with
            {
                Margin = layout.Margin! with { L = 4, R = 4, B = 8 },
                Shapes = [.. blocks.Select(each => Outline(each.Block, each.Color))],
                Annotations =
                [
                    .. links.SelectMany(link => link.Item2.Select(ends => Head(ends, link.Item3))),
                    .. blocks.Select(each => Label(each.Block)),
                ],
            },
            Shape = shape,
            AltText = alt ?? $"{title}: "
                + Words.List([.. plan.Down.Concat(plan.Up).Select(block => $"{block.Name} ({block.Shape})")])
                + $", with {plan.Skips.Count()} skip connections.",
        };
    }

    private static (UNetPlan.Block From, UNetPlan.Block To) Enter(UNetPlan plan, (string Into, string Name) embedding)
    {
        var into = plan.Up.FirstOrDefault(block => block.Name == embedding.Into) ?? throw new ArgumentException(
            $"There is no stage “{embedding.Into}” on the way up, only {Words.List([.. plan.Up.Select(block => block.Name)])}.",
            nameof(embedding));
        return (new UNetPlan.Block(embedding.Name, "", 4, into.Y), into);
    }

    private static Axis Bare(string title, double min, double max) =>
        Parts.Axis(title, min, max) with { Visible = false, AutoMargin = null };

    private static ScatterTrace Connect(
        string name, IEnumerable<(UNetPlan.Block From, UNetPlan.Block To)> links, Line line)
    {
        (double X, double Y)[] way = [.. links.SelectMany(
            ends => UNetPlan.Route(ends.From, ends.To).Append((double.NaN, double.NaN)))];
        return new ScatterTrace
        {
            X = new Numbers([.. way.Select(corner => corner.X)]),
            Y = new Numbers([.. way.Select(corner => corner.Y)]),
            Mode = ScatterMode.Lines,
            Name = name,
            Line = line,
            HoverInfo = "skip",
        };
    }

    private static Annotation Head((UNetPlan.Block From, UNetPlan.Block To) link, Line line)
    {
        var way = UNetPlan.Route(link.From, link.To);
        var (tip, before) = (way[^1], way[^2]);
        return new Annotation
        {
            Text = "",
            ShowArrow = true,
            X = tip.X,
            Y = tip.Y,
            AX = tip.X - (0.06 * Math.Sign(tip.X - before.X)),
            AY = tip.Y - (0.1 * Math.Sign(tip.Y - before.Y)),
            XRef = "x",
            YRef = "y",
            AXRef = "x",
            AYRef = "y",
            ArrowHead = 2,
            ArrowWidth = line.Width,
            ArrowColor = line.Color,
        };
    }

    private static LayoutShape Outline(UNetPlan.Block block, string color) => new()
    {
        X0 = block.X - UNetPlan.HalfWidth,
        X1 = block.X + UNetPlan.HalfWidth,
        Y0 = block.Y - UNetPlan.HalfHeight,
        Y1 = block.Y + UNetPlan.HalfHeight,
        FillColor = color == Palette.Neutral ? Palette.Tile : Palette.Fade(color, 0.13),
        Line = new Line { Color = color, Width = 1.5 },
        Layer = "below",
    };

    private static Annotation Label(UNetPlan.Block block) => new()
    {
        Text = block.Shape.Length > 0 ? $"<b>{block.Name}</b><br>{block.Shape}" : Words.Wrap(block.Name, 10),
        X = block.X,
        Y = block.Y,
        XRef = "x",
        YRef = "y",
        Align = "center",
    };
}

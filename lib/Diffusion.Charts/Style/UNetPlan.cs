namespace Diffusion.Charts;

/// <summary>
/// Where the blocks of a U-Net stand: a row for each resolution, the way down on the left, the way up on the right.
/// </summary>
internal sealed class UNetPlan
{
    /// <summary>The number of columns: input, way down, bottom, way up, output.</summary>
    public const int Columns = 5;

    /// <summary>Half the width of a block, in columns.</summary>
    public const double HalfWidth = 0.41;

    /// <summary>Half the height of a block, in rows.</summary>
    public const double HalfHeight = 0.3;

    private readonly long[] _heights;

    public UNetPlan((string Name, long[] Shape)[] down, (string Name, long[] Shape)[] up)
    {
        foreach (var (name, shape) in down.Concat(up).Where(stage => stage.Shape.Length != 4))
            throw new ArgumentException(
                $"A stage gives pictures of the shape [N, C, H, W]; “{name}” gives [{string.Join(", ", shape)}].",
                nameof(down));
        _heights = [.. down.Concat(up).Select(stage => stage.Shape[2]).Distinct().OrderDescending()];
        Down = [.. down.Select((stage, i) => Place(stage, column: ColumnDown(down, i)))];
        Up = [.. up.Select((stage, i) => Place(stage, column: i > 0 && up[i - 1].Shape[2] == stage.Shape[2] ? 4 : 3))];
    }

    /// <summary>How many resolutions there are.</summary>
    public int Rows => _heights.Length;

    public IReadOnlyList<Block> Down { get; }

    public IReadOnlyList<Block> Up { get; }

    /// <summary>Each block with the next.</summary>
    public IEnumerable<(Block From, Block To)> Flow
    {
        get
        {
            Block[] all = [.. Down, .. Up];
            return all.Zip(all.Skip(1));
        }
    }

    /// <summary>What the way down hands over to the way up at the same resolution.</summary>
    public IEnumerable<(Block From, Block To)> Skips =>
        from across in Up.Where(block => block.X < 4)
        let handing = Down.LastOrDefault(block => block.Y == across.Y && block.X < 2)
        where handing is not null
        select (handing, across);

    /// <summary>The corners of the way from one block to another, along rows and columns.</summary>
    public static (double X, double Y)[] Route(Block from, Block to)
    {
        double side = Math.Sign(to.X - from.X) * HalfWidth, end = Math.Sign(to.Y - from.Y) * HalfHeight;
        if (from.Y == to.Y)
            return [(from.X + side, from.Y), (to.X - side, to.Y)];
        if (from.X == to.X)
            return [(from.X, from.Y + end), (to.X, to.Y - end)];
        return to.Y < from.Y
            ? [(from.X, from.Y + end), (from.X, to.Y), (to.X - side, to.Y)]
            : [(from.X + side, from.Y), (to.X, from.Y), (to.X, to.Y - end)];
    }

    private int ColumnDown((string Name, long[] Shape)[] down, int i)
    {
        var bottom = i == down.Length - 1 && down[i].Shape[2] == _heights[^1];
        var input = i + 1 < down.Length && down[i + 1].Shape[2] == down[i].Shape[2];
        return bottom ? 2 : input ? 0 : 1;
    }

    private Block Place((string Name, long[] Shape) stage, int column) => new(
        stage.Name, string.Join(" × ", stage.Shape[1..]), column, -Array.IndexOf(_heights, stage.Shape[2]));

    /// <summary>A block and its middle.</summary>
    public sealed record Block(string Name, string Shape, double X, double Y);
}

namespace Diffusion.Storage.Png;

/// <summary>Undoes the filters that make rows compress well (clause 9).</summary>
internal static class PngFilter
{
    /// <summary>Restores a row in place.</summary>
    /// <param name="row">The filter's number, then the filtered bytes.</param>
    /// <param name="above">The row above, restored; zeros for a first row. Its first byte is not used.</param>
    /// <param name="step">How many bytes to the left the same sample of the neighbour lies.</param>
    /// <param name="name">What errors call the file.</param>
    public static void Undo(Span<byte> row, ReadOnlySpan<byte> above, int step, string name)
    {
        var filter = row[0];
        if (filter > 4)
            throw BadFile.Error(name, $"a row has filter {filter}; PNG has 0 to 4", "The file is damaged; save the picture as PNG again");
        if (filter == 0) return;
        for (var i = 1; i < row.Length; i++)
        {
            int left = i > step ? row[i - step] : 0, up = above[i], corner = i > step ? above[i - step] : 0;
            row[i] += (byte)(filter switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                _ => Paeth(left, up, corner),
            });
        }
    }

    /// <summary>The neighbour that is nearest to left + up − corner; ties go in that order.</summary>
    private static int Paeth(int left, int up, int corner)
    {
        var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - 2 * corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}

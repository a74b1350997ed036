using static TorchSharp.torch;

namespace Diffusion.Data;

/// <summary>Takes a reader's own points, and says clearly what is wrong with them where they cannot be used.</summary>
public static class UserPoints
{
    /// <summary>Checks points and gives them as float32 [N, 2].</summary>
    /// <param name="points">The points, one a row, of two floating-point numbers each.</param>
    /// <exception cref="ArgumentException">There are no points, they do not lie in the plane, or one is not finite.</exception>
    public static Tensor Checked(Tensor points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.dim() != 2 || points.shape[1] != 2)
            throw new ArgumentException($"Points in the plane need shape [N, 2]; these have {Shapes.Text(points.shape)}"
                + (points.dim() == 2 && points.shape[0] == 2 ? ": transpose them with .t()." : "."), nameof(points));
        Shapes.RequireData(points);
        return points.to(ScalarType.Float32, copy: true);
    }

    /// <summary>Checks points and gives them as a float32 tensor [N, 2].</summary>
    /// <param name="points">The points' coordinates.</param>
    /// <exception cref="ArgumentException">There are no points, or one is not finite.</exception>
    public static Tensor Checked(IEnumerable<(double X, double Y)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        using var scope = NewDisposeScope();
        float[] flat = [.. points.SelectMany(p => new[] { (float)p.X, (float)p.Y })];
        if (flat.Length == 0) throw new ArgumentException("There are no points.", nameof(points));
        var all = tensor(flat).reshape(-1, 2);
        Shapes.RequireData(all);
        return all.MoveToOuterDisposeScope();
    }
}

using System.Globalization;
using static TorchSharp.torch;

namespace Diffusion.Charts;

/// <summary>
/// Points in the plane, checked once: at least one, and every coordinate finite. Arrays and tensors of
/// shape [N, 2] convert to it by themselves.
/// </summary>
public sealed class PointCloud
{
    private readonly float[] _x;
    private readonly float[] _y;

    /// <summary>Takes coordinates.</summary>
    /// <param name="x">x₁, length N.</param>
    /// <param name="y">x₂, length N.</param>
    /// <exception cref="ArgumentException">Lengths differ, there is no point, or a coordinate is not finite.</exception>
    public PointCloud(IEnumerable<float> x, IEnumerable<float> y)
    {
        (_x, _y) = ([.. x], [.. y]);
        if (_x.Length != _y.Length)
            throw new ArgumentException(
                $"A point cloud needs as many x₁ as x₂: got {_x.Length} and {_y.Length}.",
                nameof(y));
        if (_x.Length == 0)
            throw new ArgumentException("A point cloud needs at least one point, and this one is empty.", nameof(x));
        for (var i = 0; i < _x.Length; i++)
        {
            if (!float.IsFinite(_x[i]) || !float.IsFinite(_y[i]))
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Point {i} of {_x.Length} is ({_x[i]}, {_y[i]}): only finite points can be drawn. ")
                    + "Did a training or sampling run diverge?", nameof(x));
            }
        }
    }

    /// <summary>The number of points N.</summary>
    public int Count => _x.Length;

    /// <summary>x₁ of every point.</summary>
    public ReadOnlySpan<float> X => _x;

    /// <summary>x₂ of every point.</summary>
    public ReadOnlySpan<float> Y => _y;

    /// <summary>Takes an array of shape [N, 2].</summary>
    /// <param name="points">The points.</param>
    public static PointCloud FromArray(float[,] points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.GetLength(1) != 2)
            throw new ArgumentException(
                $"A point cloud is an array [N, 2]; this one is [{points.GetLength(0)}, {points.GetLength(1)}].",
                nameof(points));
        var rows = Enumerable.Range(0, points.GetLength(0)).ToArray();
        return new PointCloud(rows.Select(i => points[i, 0]), rows.Select(i => points[i, 1]));
    }

    /// <summary>Takes an array of shape [N, 2].</summary>
    /// <param name="points">The points.</param>
    public static implicit operator PointCloud(float[,] points) => FromArray(points);

    /// <summary>Takes a tensor of shape [N, 2], of any number type and device.</summary>
    /// <param name="points">The points.</param>
    public static PointCloud FromTensor(Tensor points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.shape.Length != 2 || points.shape[1] != 2)
            throw new ArgumentException(
                $"A point cloud is a tensor [N, 2]; this one is {TensorData.Shape(points)}.",
                nameof(points));
        var flat = TensorData.Copy(points);
        return new PointCloud(flat.Where((_, i) => i % 2 == 0), flat.Where((_, i) => i % 2 == 1));
    }

    /// <summary>Takes a tensor of shape [N, 2].</summary>
    /// <param name="points">The points.</param>
    public static implicit operator PointCloud(Tensor points) => FromTensor(points);

    /// <summary>Keeps the points with the given indices.</summary>
    internal PointCloud Pick(IReadOnlyList<int> indices) => new(indices.Select(i => _x[i]), indices.Select(i => _y[i]));
}

using static TorchSharp.torch;

namespace Diffusion.Data;

/// <summary>Draws points in the plane from distributions with a shape, as float32 tensors [N, 2] on the generator's device.</summary>
public static class PointSets
{
    /// <summary>Draws from one of the sets, with its usual noise and scale.</summary>
    /// <param name="set">The set.</param>
    /// <param name="count">N, the number of points.</param>
    /// <param name="generator">Where the randomness comes from.</param>
    /// <exception cref="ArgumentOutOfRangeException">The set is none of those named, or the count is not positive.</exception>
    public static Tensor Draw(PointSet set, int count, Generator generator) => set switch
    {
        PointSet.SwissRoll => SwissRoll(count, generator),
        PointSet.SCurve => SCurve(count, generator),
        PointSet.TwoMoons => TwoMoons(count, generator),
        PointSet.GaussianMixture => GaussianMixture(count, generator),
        PointSet.Checkerboard => Checkerboard(count, generator),
        _ => throw new ArgumentOutOfRangeException(nameof(set), set, $"The sets are {string.Join(", ", Enum.GetNames<PointSet>())}."),
    };

    /// <summary>scikit-learn's swiss roll seen from the side (its columns 0 and 2): a spiral of one and a half turns.</summary>
    /// <param name="count">N, the number of points.</param>
    /// <param name="generator">Where the randomness comes from.</param>
    /// <param name="noise">The standard deviation of the noise, before scaling.</param>
    /// <param name="scale">What the points are multiplied by; the roll's radius is 14 before.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive, or noise or scale is not a proper number.</exception>
    public static Tensor SwissRoll(int count, Generator generator, double noise = 0.1, double scale = 0.1)
    {
        using var scope = NewDisposeScope();
        var angle = Uniform(count, 1.5 * Math.PI, 4.5 * Math.PI, generator);
        return Finish(angle * angle.cos(), angle * angle.sin(), noise, scale, generator);
    }

    /// <summary>scikit-learn's S-curve seen from the side (its columns 0 and 2): two three-quarter circles.</summary>
    /// <param name="count">N, the number of points.</param>
    /// <param name="generator">Where the randomness comes from.</param>
    /// <param name="noise">The standard deviation of the noise, before scaling.</param>
    /// <param name="scale">What the points are multiplied by; the circles' radius is 1 before.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive, or noise or scale is not a proper number.</exception>
    public static Tensor SCurve(int count, Generator generator, double noise = 0.1, double scale = 1)
    {
        using var scope = NewDisposeScope();
        var angle = Uniform(count, -1.5 * Math.PI, 1.5 * Math.PI, generator);
        return Finish(angle.sin(), angle.sign() * (angle.cos() - 1), noise, scale, generator);
    }

    /// <summary>Two half circles that reach into each other, as scikit-learn's moons, at random places along them.</summary>
    /// <param name="count">N, the number of points, half of them in each moon.</param>
    /// <param name="generator">Where the randomness comes from.</param>
    /// <param name="noise">The standard deviation of the noise, before scaling.</param>
    /// <param name="scale">What the points are multiplied by; the circles' radius is 1 before.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive, or noise or scale is not a proper number.</exception>
    public static Tensor TwoMoons(int count, Generator generator, double noise = 0.05, double scale = 1)
    {
        using var scope = NewDisposeScope();
        var angle = Uniform(count, 0, Math.PI, generator);
        var second = arange(count, dtype: ScalarType.Float32, device: angle.device).remainder(2);     // 0, 1, 0, 1, …
        var side = 1 - 2 * second;
        return Finish(side * angle.cos() + second, side * angle.sin() + 0.5 * second, noise, scale, generator);
    }

    /// <summary>Round heaps, equally spaced on a circle.</summary>
    /// <param name="count">N, the number of points.</param>
    /// <param name="generator">Where the randomness comes from.</param>
    /// <param name="heaps">The number of heaps.</param>
    /// <param name="deviation">The standard deviation of each heap, before scaling.</param>
    /// <param name="scale">What the points are multiplied by; the circle's radius is 1 before.</param>
    /// <exception cref="ArgumentOutOfRangeException">Count or heaps are not positive, or deviation or scale is not a proper number.</exception>
    public static Tensor GaussianMixture(int count, Generator generator, int heaps = 8, double deviation = 0.1, double scale = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(heaps, 1);
        using var scope = NewDisposeScope();
        var angle = Uniform(count, 0, heaps, generator).floor_() * (2 * Math.PI / heaps);
        return Finish(angle.cos(), angle.sin(), deviation, scale, generator);
    }

    /// <summary>The dark squares of a board with as many squares a side, evenly filled, from −1 to 1 each way before scaling.</summary>
    /// <param name="count">N, the number of points.</param>
    /// <param name="generator">Where the randomness comes from.</param>
    /// <param name="squares">The number of squares a side, even.</param>
    /// <param name="scale">What the points are multiplied by.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive, or squares not positive and even.</exception>
    public static Tensor Checkerboard(int count, Generator generator, int squares = 4, double scale = 1)
    {
        if (squares < 2 || squares % 2 != 0)
            throw new ArgumentOutOfRangeException(nameof(squares), squares, "A board needs an even number of squares a side.");
        using var scope = NewDisposeScope();
        var row = Uniform(count, 0, squares, generator);
        // Half as many dark squares as squares lie in a row; stretch over them, then move every other row by one.
        var dark = Uniform(count, 0, squares / 2, generator);
        var column = dark.floor() + dark + row.floor().remainder(2);
        var side = 2.0 / squares;
        return Finish(column * side - 1, row * side - 1, 0, scale, generator);
    }

    private static Tensor Uniform(int count, double low, double high, Generator generator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return rand(count, dtype: ScalarType.Float32, device: generator.device, generator: generator).mul_(high - low).add_(low);
    }

    private static Tensor Finish(Tensor x, Tensor y, double noise, double scale, Generator generator)
    {
        if (!(noise >= 0 && double.IsFinite(noise)))
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "Noise must be 0 or more.");
        if (!(scale > 0 && double.IsFinite(scale)))
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale must be positive.");
        var points = stack([x, y], 1);                                                        // [N, 2]
        if (noise > 0) points.add_(Noise.Like(points, generator), noise);
        return points.mul_(scale).MoveToOuterDisposeScope();
    }
}

using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>The best denoiser there can be for a finite set of data: the exact mean of x₀ given x_t, with nothing trained.</summary>
/// <remarks>If x₀ is one of N data points, q(x_t) is a mixture of N Gaussians, and each point's share in x_t has a closed
/// form: softmax over the points of −‖x_t − √ᾱ_t x_i‖² / 2(1 − ᾱ_t). The mean of the points under these shares minimises the
/// loss on ε. Work and time grow with B·N; memory does not, as x_t is taken in slices.</remarks>
public sealed class IdealDenoiser : IDisposable
{
    private const long SliceElements = 1 << 18;                  // 1 MB of float32: stays in a core's cache
    private const double FineNoise = 0.02;                       // below it, float32 logits are too coarse

    private readonly NoiseSchedule _schedule;
    private readonly long[] _shape;
    private readonly Points _points, _fine;

    /// <summary>Makes the denoiser of some data.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="data">x₀, the data points, float, shape [N, …].</param>
    /// <exception cref="ArgumentException">The data are empty, not floating-point or not finite.</exception>
    public IdealDenoiser(NoiseSchedule schedule, Tensor data)
    {
        Shapes.RequireData(data);
        _schedule = schedule;
        _shape = data.shape[1..];
        _points = new Points(data, ScalarType.Float32);
        _fine = new Points(data, ScalarType.Float64);
    }

    /// <summary>x̂₀ = E[x₀ | x_t], the mean of the data that x_t may have come from.</summary>
    /// <param name="xt">x_t, shape [B, …].</param>
    /// <param name="t">The step, in 1..T.</param>
    /// <exception cref="ArgumentException">The points' shape is not the data's, or the step lies outside 1..T.</exception>
    public Tensor PredictX0(Tensor xt, int t)
    {
        using var scope = NewDisposeScope();
        var x0Hat = Slices(xt, t, (logits, among) => logits.softmax(-1).matmul(among.X));
        return x0Hat.to(xt.dtype).view(xt.shape).MoveToOuterDisposeScope();
    }

    /// <summary>ε̂ = (x_t − √ᾱ_t x̂₀) / √(1 − ᾱ_t), the mean of the noise that x_t may hold: a <see cref="NoisePredictor"/>.</summary>
    /// <param name="xt">x_t, shape [B, …].</param>
    /// <param name="t">The step, in 1..T.</param>
    /// <exception cref="ArgumentException">The points' shape is not the data's, or the step lies outside 1..T.</exception>
    public Tensor PredictNoise(Tensor xt, int t)
    {
        using var x0Hat = PredictX0(xt, t);
        return _schedule.PredictEps(xt, x0Hat, t);
    }

    /// <summary>∇ log q(x_t) = (√ᾱ_t x̂₀ − x_t) / (1 − ᾱ_t): the way uphill in density.</summary>
    /// <param name="xt">x_t, shape [B, …].</param>
    /// <param name="t">The step, in 1..T.</param>
    /// <exception cref="ArgumentException">The points' shape is not the data's, or the step lies outside 1..T.</exception>
    public Tensor Score(Tensor xt, int t)
    {
        var eps = PredictNoise(xt, t);
        return eps.mul_(-1 / Math.Sqrt(1 - _schedule.AlphaBar[t]));
    }

    /// <summary>log q(x_t), the logarithm of the density of noisy data.</summary>
    /// <param name="xt">x_t, shape [B, …].</param>
    /// <param name="t">The step, in 1..T.</param>
    /// <returns>Shape [B].</returns>
    /// <exception cref="ArgumentException">The points' shape is not the data's, or the step lies outside 1..T.</exception>
    public Tensor LogDensity(Tensor xt, int t)
    {
        using var scope = NewDisposeScope();
        var relative = Slices(xt, t, (logits, _) => logits.logsumexp(-1));
        var variance = 1 - _schedule.AlphaBar[t];
        var own = xt.reshape(xt.shape[0], -1).to(relative.dtype).square().sum(-1).mul_(-0.5 / variance);
        var constant = -Math.Log(_points.Count) - 0.5 * _points.Dimension * Math.Log(2 * Math.PI * variance);
        return relative.add_(own).add_(constant).to(xt.dtype).MoveToOuterDisposeScope();
    }

    /// <summary>Frees the copy of the data.</summary>
    public void Dispose()
    {
        _points.Dispose();
        _fine.Dispose();
    }

    // The logarithm of each point's share up to a constant: (√ᾱ x_t·x_i − ½ᾱ‖x_i‖²) / (1 − ᾱ), a matrix product.
    private Tensor Slices(Tensor xt, int t, Func<Tensor, Points, Tensor> reduce)
    {
        Shapes.RequireLike(xt, _shape);
        double alphaBar = _schedule.AlphaBar[_schedule.Require(t)], variance = 1 - alphaBar;
        var among = variance < FineNoise || xt.dtype == ScalarType.Float64 ? _fine : _points;
        using var _ = no_grad();
        var offset = among.HalfSquares.mul(-alphaBar / variance);                               // [N]
        var scaled = xt.reshape(xt.shape[0], -1).to(among.X.dtype).mul(Math.Sqrt(alphaBar) / variance);
        var results = new List<Tensor>();
        foreach (var slice in scaled.split(Math.Max(1, SliceElements / among.Count)))
        {
            using var scope = NewDisposeScope();
            results.Add(reduce(offset.addmm(slice, among.Transposed), among).MoveToOuterDisposeScope());
        }
        return cat(results, 0);
    }

    // The data in one precision, with what every step needs of them.
    private sealed class Points : IDisposable
    {
        public Points(Tensor data, ScalarType type)
        {
            using var scope = NewDisposeScope();
            using var _ = no_grad();
            X = data.reshape(data.shape[0], -1).to(type, copy: true).DetachFromDisposeScope();           // [N, D]
            Transposed = X.t().contiguous().DetachFromDisposeScope();
            HalfSquares = X.square().sum(-1).mul_(0.5).DetachFromDisposeScope();
        }

        public Tensor X { get; }

        public Tensor Transposed { get; }

        public Tensor HalfSquares { get; }

        public long Count => X.shape[0];

        public long Dimension => X.shape[1];

        public void Dispose()
        {
            X.Dispose();
            Transposed.Dispose();
            HalfSquares.Dispose();
        }
    }
}

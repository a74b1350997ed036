using System.Collections.Concurrent;
using System.Collections.Immutable;
using TorchSharp;

namespace Diffusion.Schedules;

/// <summary>How much noise each step adds: the betas and everything that follows from them (Ho et al. 2020, section 2).</summary>
/// <remarks>Tables have T+1 entries of double precision; entry 0 is clean data (β₀ = 0, ᾱ₀ = 1), entry t belongs to step t.</remarks>
public sealed class NoiseSchedule
{
    private readonly ConcurrentDictionary<string, ScheduleTables> _tables = new();

    private NoiseSchedule(double[] betas)
    {
        T = betas.Length;
        Beta = [0, .. betas];
        Alpha = [.. Beta.Select(beta => 1 - beta)];
        AlphaBar = CumulativeProduct(Alpha);
        PosteriorVariance = Table(0, t => Beta[t] * (1 - AlphaBar[t - 1]) / (1 - AlphaBar[t]));
        PosteriorMeanX0 = Table(1, t => Math.Sqrt(AlphaBar[t - 1]) * Beta[t] / (1 - AlphaBar[t]));
        PosteriorMeanXt = Table(0, t => Math.Sqrt(Alpha[t]) * (1 - AlphaBar[t - 1]) / (1 - AlphaBar[t]));
        Snr = Table(double.PositiveInfinity, t => AlphaBar[t] / (1 - AlphaBar[t]));
    }

    /// <summary>T, the number of steps from clean data to the noisiest.</summary>
    public int T { get; }

    /// <summary>β_t, the variance of the noise that step t adds.</summary>
    public ImmutableArray<double> Beta { get; }

    /// <summary>α_t = 1 − β_t.</summary>
    public ImmutableArray<double> Alpha { get; }

    /// <summary>ᾱ_t = α₁α₂…α_t: the share of the data's variance that is left after t steps.</summary>
    public ImmutableArray<double> AlphaBar { get; }

    /// <summary>β̃_t, the variance of q(x_{t−1} | x_t, x₀) (Ho et al. 2020, eq. 7).</summary>
    public ImmutableArray<double> PosteriorVariance { get; }

    /// <summary>The factor of x₀ in the mean of q(x_{t−1} | x_t, x₀) (Ho et al. 2020, eq. 7).</summary>
    public ImmutableArray<double> PosteriorMeanX0 { get; }

    /// <summary>The factor of x_t in the mean of q(x_{t−1} | x_t, x₀) (Ho et al. 2020, eq. 7).</summary>
    public ImmutableArray<double> PosteriorMeanXt { get; }

    /// <summary>The signal-to-noise ratio ᾱ_t / (1 − ᾱ_t); infinite at entry 0.</summary>
    public ImmutableArray<double> Snr { get; }

    /// <summary>Betas in equal steps (Ho et al. 2020, section 4: 1000 steps from 1e-4 to 0.02).</summary>
    /// <param name="steps">T, at least 1.</param>
    /// <param name="first">β₁, in (0, 1).</param>
    /// <param name="last">β_T, in (0, 1).</param>
    /// <exception cref="ArgumentException">A beta lies outside (0, 1), or there is no step.</exception>
    public static NoiseSchedule Linear(int steps, double first = 1e-4, double last = 0.02) =>
        FromBetas(Betas.Linear(steps, first, last));

    /// <summary>Betas from a squared cosine ᾱ (Nichol and Dhariwal 2021, eq. 17).</summary>
    /// <param name="steps">T, at least 1.</param>
    /// <param name="offset">s, which keeps the first betas from being tiny; at least 0.</param>
    /// <param name="largest">The cap of the last betas, in (0, 1).</param>
    /// <exception cref="ArgumentException">A beta lies outside (0, 1), or there is no step.</exception>
    public static NoiseSchedule Cosine(int steps, double offset = 0.008, double largest = 0.999) =>
        FromBetas(Betas.Cosine(steps, offset, largest));

    /// <summary>Betas that rise from low to high along the logistic curve over [−6, 6].</summary>
    /// <param name="steps">T, at least 1.</param>
    /// <param name="low">The value that the first betas come near to, in (0, 1).</param>
    /// <param name="high">The value that the last betas come near to, in (0, 1).</param>
    /// <exception cref="ArgumentException">A beta lies outside (0, 1), or there is no step.</exception>
    public static NoiseSchedule Sigmoid(int steps, double low = 1e-5, double high = 0.5e-2) =>
        FromBetas(Betas.Sigmoid(steps, low, high));

    /// <summary>Any betas.</summary>
    /// <param name="betas">β₁ … β_T, each in (0, 1).</param>
    /// <exception cref="ArgumentException">There is no beta, or one is not a number in (0, 1).</exception>
    public static NoiseSchedule FromBetas(IEnumerable<double> betas) => new(Betas.Checked(betas));

    /// <summary>The pairs of steps (t, s), s below t, that lead from T to 0 in n jumps as equal as whole steps can be.</summary>
    /// <param name="n">The number of jumps, in 1..T; it need not divide T.</param>
    /// <exception cref="ArgumentOutOfRangeException">n lies outside 1..T.</exception>
    public IEnumerable<(int T, int S)> Steps(int n)
    {
        if (n < 1 || n > T)
            throw new ArgumentOutOfRangeException(nameof(n), n, $"From T = {T} to 0 there can be 1 to {T} jumps.");
        int At(long i) => (int)((2L * T * (n - i) + n) / (2L * n));
        return Enumerable.Range(0, n).Select(i => (At(i), At(i + 1)));
    }

    /// <summary>The jump from step t to step s in the reverse process; s = t − 1 is one ordinary step.</summary>
    /// <param name="t">From, in 1..T.</param>
    /// <param name="s">To, in 0..t−1.</param>
    /// <exception cref="ArgumentOutOfRangeException">t or s is no such step.</exception>
    public Jump Jump(int t, int s) => new(this, Require(t), s);

    /// <summary>The tables as float32 tensors on a device, made once.</summary>
    /// <param name="device">The device; the CPU if left out.</param>
    public ScheduleTables On(torch.Device? device = null)
    {
        device ??= torch.CPU;
        return _tables.GetOrAdd(device.ToString(), _ => new ScheduleTables(this, device));
    }

    internal int Require(int t) => t >= 1 && t <= T ? t
        : throw new ArgumentOutOfRangeException(nameof(t), t, $"Steps run from 1 to T = {T}.");

    private ImmutableArray<double> Table(double clean, Func<int, double> entry) =>
        [clean, .. Enumerable.Range(1, T).Select(entry)];

    private static ImmutableArray<double> CumulativeProduct(ImmutableArray<double> factors)
    {
        var products = factors.ToArray();
        for (var t = 1; t < products.Length; t++) products[t] *= products[t - 1];
        return [.. products];
    }
}

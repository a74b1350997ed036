using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>A stronger network for the plane: it sees t, and the point too, through sines and cosines of several frequencies.</summary>
/// <remarks>A network on bare coordinates learns smooth functions first and fine ones late; waves over the plane give it
/// fine detail to begin with (Tancik et al. 2020). Waves along t (Vaswani et al. 2017) let neighbouring steps share what they learn.</remarks>
public sealed class SinusoidalMlp : NoiseModel
{
    private const int TimeFrequencies = 8, Directions = 4;
    private const double CoordinateScale = 2;
    private static readonly double[] Frequencies = [2, 4, 6, 8];                             // radians per unit of x

    private readonly ModuleList<Linear> linears;
    private readonly Tensor waves;                                                            // [2, 16]
    private readonly Tensor times;                                                            // [T + 1, 16]

    /// <summary>Makes the network with random weights.</summary>
    /// <param name="steps">T, the number of steps it is for.</param>
    /// <param name="units">The width of the hidden layers.</param>
    /// <param name="layers">The number of hidden layers.</param>
    /// <param name="generator">Where the weights come from, on the CPU; torch's own generator if left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">Steps, units or layers are not positive.</exception>
    public SinusoidalMlp(int steps = 100, int units = 64, int layers = 3, Generator? generator = null) : base(nameof(SinusoidalMlp))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(units, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(layers, 1);
        T = steps;
        waves = tensor(WaveVectors(), 2, Directions * Frequencies.Length).DetachFromDisposeScope();
        times = tensor(TimeCodes(steps), steps + 1, 2 * TimeFrequencies).DetachFromDisposeScope();
        long inputs = 2 + 2 * Directions * Frequencies.Length + 2 * TimeFrequencies;
        linears = nn.ModuleList([
            nn.Linear(inputs, units),
            .. Enumerable.Range(1, layers - 1).Select(_ => nn.Linear(units, units)),
            nn.Linear(units, 2)]);
        RegisterComponents();
        if (generator is not null) Initialisation.Draw(this, generator);
    }

    /// <summary>T, the number of steps that the network is for.</summary>
    public int T { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor xt, Tensor t)
    {
        Shapes.RequireLike(xt, [2]);
        return Rest(linears[0].call(cat([Waves(xt), TimeCode(t)], 1)).relu_());
    }

    /// <summary>What the first layer sees of the points: the coordinates, then sines and cosines of waves over the plane, [B, 34].</summary>
    /// <param name="xt">x_t, shape [B, 2].</param>
    public Tensor Waves(Tensor xt)
    {
        var phase = xt.matmul(waves);
        return cat([xt * CoordinateScale, phase.sin(), phase.cos()], 1);
    }

    /// <summary>What the first layer sees of the steps: sines and cosines of (π/2) 2^k t/T for k = 0 … 7, [B, 16].</summary>
    /// <param name="t">Steps, int64 [B], each in 1..T.</param>
    public Tensor TimeCode(Tensor t) => times.index_select(0, t);

    /// <inheritdoc/>
    protected override void Require(Tensor xt, int t)
    {
        if (t < 1 || t > T)
            throw new ArgumentOutOfRangeException(nameof(t), t, $"This network is for steps 1 to {T}.");
        Shapes.RequireLike(xt, [2]);
    }

    /// <inheritdoc/>
    protected override Tensor Predict(Tensor xt, int t)
    {
        var input = Waves(xt);
        // The time code is the same in every row: its part of the product joins the bias.
        var weight = linears[0].weight!;
        var split = input.shape[1];
        var bias = linears[0].bias!.addmv(weight.narrow(1, split, 2 * TimeFrequencies), times[t]);
        return Rest(bias.addmm(input, weight.narrow(1, 0, split).t()).relu_());
    }

    private Tensor Rest(Tensor h)
    {
        for (var i = 1; i < linears.Count - 1; i++) h = linears[i].call(h).relu_();
        return linears[linears.Count - 1].call(h);
    }

    // Each frequency in four directions, turned by half a gap from one frequency to the next; column k is one wave.
    private static float[] WaveVectors()
    {
        var waves = from ring in Enumerable.Range(0, Frequencies.Length)
                    from direction in Enumerable.Range(0, Directions)
                    let angle = (direction + 0.5 * (ring % 2)) * Math.PI / Directions
                    select (X: Frequencies[ring] * Math.Cos(angle), Y: Frequencies[ring] * Math.Sin(angle));
        return [.. waves.Select(wave => (float)wave.X), .. waves.Select(wave => (float)wave.Y)];
    }

    // Row t: sin and cos of (π/2) 2^k t/T for k = 0 … 7.
    private static float[] TimeCodes(int steps)
    {
        double Phase(int t, int k) => Math.PI / 2 * Math.Pow(2, k) * t / steps;
        return [.. Enumerable.Range(0, steps + 1).SelectMany(t =>
            Enumerable.Range(0, 2 * TimeFrequencies).Select(i =>
                (float)(i < TimeFrequencies ? Math.Sin(Phase(t, i)) : Math.Cos(Phase(t, i - TimeFrequencies)))))];
    }
}

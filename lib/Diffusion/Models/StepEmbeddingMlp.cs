using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>The 2-D demo's network: three hidden layers, to each of which a learned vector for the step is added.</summary>
public sealed class StepEmbeddingMlp : NoiseModel
{
    private const int Hidden = 3;

    // The fields' names are the keys of the state dictionary, which published weights fix.
    private readonly ModuleList<nn.Module<Tensor, Tensor>> linears;
    private readonly ModuleList<Embedding> step_embeddings;

    /// <summary>Makes the network with random weights.</summary>
    /// <param name="steps">T, the number of steps it has an embedding for.</param>
    /// <param name="units">The width of the hidden layers.</param>
    /// <param name="generator">Where the weights come from, on the CPU; torch's own generator if left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">Steps or units are not positive.</exception>
    public StepEmbeddingMlp(int steps = 100, int units = 32, Generator? generator = null) : base(nameof(StepEmbeddingMlp))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(units, 1);
        T = steps;
        linears = nn.ModuleList<nn.Module<Tensor, Tensor>>(
            nn.Linear(2, units), nn.ReLU(), nn.Linear(units, units), nn.ReLU(), nn.Linear(units, units), nn.ReLU(),
            nn.Linear(units, 2));
        step_embeddings = nn.ModuleList(nn.Embedding(steps, units), nn.Embedding(steps, units), nn.Embedding(steps, units));
        RegisterComponents();
        if (generator is not null) Initialisation.Draw(this, generator);
    }

    /// <summary>T, the number of steps that the network knows.</summary>
    public int T { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor xt, Tensor t)
    {
        Shapes.RequireLike(xt, [2]);
        var entry = t - 1;                                       // entry k belongs to step k + 1
        var h = xt;
        for (var i = 0; i < Hidden; i++)
            h = linears[2 * i].call(h).add_(step_embeddings[i].call(entry)).relu_();
        return linears[2 * Hidden].call(h);
    }

    /// <inheritdoc/>
    protected override void Require(Tensor xt, int t)
    {
        if (t < 1 || t > T)
            throw new ArgumentOutOfRangeException(nameof(t), t, $"This network knows steps 1 to {T}.");
        Shapes.RequireLike(xt, [2]);
    }

    /// <inheritdoc/>
    protected override Tensor Predict(Tensor xt, int t)
    {
        var h = xt;
        for (var i = 0; i < Hidden; i++)
        {
            var linear = (Linear)linears[2 * i];
            // All rows are at the same step, so its embedding joins the bias: one vector instead of a [B, units].
            var bias = linear.bias! + step_embeddings[i].weight![t - 1];
            h = bias.addmm(h, linear.weight!.t()).relu_();
        }
        return linears[2 * Hidden].call(h);
    }
}

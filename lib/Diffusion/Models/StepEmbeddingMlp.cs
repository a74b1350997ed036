using Diffusion.Kernels;
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
    private readonly MlpShape shape;

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
        shape = new MlpShape(2, units, Hidden, 2, steps);
        Kernel = MlpKernel.For(shape);
        linears = nn.ModuleList<nn.Module<Tensor, Tensor>>(
            nn.Linear(2, units), nn.ReLU(), nn.Linear(units, units), nn.ReLU(), nn.Linear(units, units), nn.ReLU(),
            nn.Linear(units, 2));
        step_embeddings = nn.ModuleList(nn.Embedding(steps, units), nn.Embedding(steps, units), nn.Embedding(steps, units));
        RegisterComponents();
        if (generator is not null) Initialisation.Draw(this, generator);
    }

    /// <summary>T, the number of steps that the network knows.</summary>
    public int T { get; }

    internal override MlpKernel? Kernel { get; }

    internal override Tensor KernelInput(Tensor xt, Tensor t)
    {
        Shapes.RequireLike(xt, [2]);
        return xt;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor xt, Tensor t)
    {
        Shapes.RequireLike(xt, [2]);
        var entry = t - 1;                                       // entry k belongs to step k + 1
        var h = xt;
        for (int i = 0; i < Hidden; i++)
            h = linears[2 * i].call(h).add_(step_embeddings[i].call(entry)).relu_();
        return linears[2 * Hidden].call(h);
    }

    /// <inheritdoc/>
    public override Tensor PredictNoise(Tensor xt, int t)
    {
        if (t < 1 || t > T)
            throw new ArgumentOutOfRangeException(nameof(t), t, $"This network knows steps 1 to {T}.");
        Shapes.RequireLike(xt, [2]);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        if (Kernel is not null && FloatData.IsPlain(xt) && FloatData.IsPlain(((Linear)linears[0]).weight!))
            return Predict(Kernel, WeightsAt(t), xt).MoveToOuterDisposeScope();
        var h = xt;
        for (int i = 0; i < Hidden; i++)
        {
            var linear = (Linear)linears[2 * i];
            // All rows are at the same step, so its embedding joins the bias: one vector instead of a [B, units].
            var bias = linear.bias! + step_embeddings[i].weight![t - 1];
            h = bias.addmm(h, linear.weight!.t()).relu_();
        }
        return linears[2 * Hidden].call(h).MoveToOuterDisposeScope();
    }

    // The layers' weights, with the step's embeddings in the biases.
    private float[] WeightsAt(int t)
    {
        var weights = new float[shape.LayerCount];
        for (int i = 0; i <= Hidden; i++)
        {
            var linear = (Linear)linears[2 * i];
            FloatData.Of(linear.weight!).CopyTo(weights.AsSpan(shape.Weight(i)));
            var bias = weights.AsSpan(shape.Bias(i), shape.Out(i));
            FloatData.Of(linear.bias!).CopyTo(bias);
            if (i < Hidden)
            {
                var embedding = FloatData.Of(step_embeddings[i].weight!).Slice((t - 1) * shape.Units, shape.Units);
                for (int u = 0; u < bias.Length; u++) bias[u] += embedding[u];
            }
        }
        return weights;
    }
}

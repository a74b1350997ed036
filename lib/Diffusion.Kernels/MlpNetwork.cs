using System.Globalization;
using Diffusion.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <summary>A network for the plane as <see cref="MlpKernel"/> takes it: its layers and embeddings, found by their names.</summary>
internal sealed class MlpNetwork
{
    private const string LayerPrefix = "linears.", EmbeddingPrefix = "step_embeddings.";
    private const int TimeCode = 16;                                   // numbers that a SinusoidalMlp has for a step

    private readonly NoiseModel _network;
    private readonly Linear[] _layers;
    private readonly Embedding[] _embeddings;

    private MlpNetwork(NoiseModel network)
    {
        _network = network;
        _layers = InOrder<Linear>(LayerPrefix);
        _embeddings = InOrder<Embedding>(EmbeddingPrefix);
        int inputs = (int)_layers[0].weight!.shape[1], units = (int)_layers[0].weight!.shape[0], hidden = _layers.Length - 1;
        Shape = new MlpShape(inputs, units, hidden, (int)_layers[^1].weight!.shape[0], _embeddings.Length == 0 ? 0 : (int)_embeddings[0].weight!.shape[0]);
        StepShape = network is SinusoidalMlp ? Shape with { Inputs = inputs - TimeCode } : Shape with { Steps = 0 };
    }

    /// <summary>All weights.</summary>
    public MlpShape Shape { get; }

    /// <summary>The weights at one step, whose part is in the biases.</summary>
    public MlpShape StepShape { get; }

    /// <summary>Whether all weights are to be trained: a kernel takes all or none.</summary>
    public bool IsTrainable => _network.parameters().All(weight => weight.requires_grad);

    // Where a network goes, all its weights go; and its own layers hold them in C order.
    private bool IsPlain => FloatData.IsPlain(_layers[0].weight!);

    /// <summary>The network's parts, or null where it is none of the library's.</summary>
    public static MlpNetwork? Of(NoiseModel network) => network is SinusoidalMlp or StepEmbeddingMlp ? new MlpNetwork(network) : null;

    /// <summary>What the first layer sees of a batch, or null where the kernel cannot read it.</summary>
    /// <param name="xt">x_t, [B, 2].</param>
    /// <param name="t">Steps, int64 [B]; null leaves out what depends on them.</param>
    public Tensor? Input(Tensor xt, Tensor? t)
    {
        if (!IsPlain || !FloatData.IsFloatOnProcessor(xt) || xt.dim() != 2 || xt.shape[1] != 2) return null;
        var input = _network is not SinusoidalMlp plane ? xt : t is null ? plane.Waves(xt) : cat([plane.Waves(xt), plane.TimeCode(t)], 1);
        return input.contiguous();
    }

    /// <summary>All weights in the order of <see cref="Shape"/>.</summary>
    public void Gather(Span<float> weights)
    {
        foreach (var (place, weight) in Places()) FloatData.Of(weight).CopyTo(weights[place..]);
    }

    /// <summary>The weights in the order of <see cref="StepShape"/>, the step's part in the biases.</summary>
    /// <param name="t">The step.</param>
    /// <param name="weights">All weights, as gathered.</param>
    public float[] AtStep(long t, ReadOnlySpan<float> weights)
    {
        var at = new float[StepShape.LayerCount];
        for (var i = 0; i < _layers.Length; i++)
        {
            int given = Shape.In(i), taken = StepShape.In(i);
            var bias = at.AsSpan(StepShape.Bias(i), StepShape.Out(i));
            weights.Slice(Shape.Bias(i), bias.Length).CopyTo(bias);
            if (given == taken) weights.Slice(Shape.Weight(i), given * bias.Length).CopyTo(at.AsSpan(StepShape.Weight(i)));
            else for (var u = 0; u < bias.Length; u++)
                weights.Slice(Shape.Weight(i) + u * given, taken).CopyTo(at.AsSpan(StepShape.Weight(i) + u * taken));
            if (i < _embeddings.Length)
                Add(weights.Slice(Shape.Embedding(i) + (int)(t - 1) * Shape.Units, Shape.Units), bias);
        }
        if (_network is SinusoidalMlp plane) AddTimeCode(plane, t, weights, at.AsSpan(StepShape.Bias(0), Shape.Units));
        return at;
    }

    /// <summary>Adds gradients to those that the weights carry.</summary>
    /// <param name="gradients">Gradients in the order of <see cref="Shape"/>.</param>
    public void AddGradients(ReadOnlySpan<float> gradients)
    {
        using var scope = NewDisposeScope();
        foreach (var (place, weight) in Places())
        {
            var own = FloatData.Of(weight.grad ??= zeros_like(weight));
            Add(gradients.Slice(place, own.Length), own);
        }
    }

    private void AddTimeCode(SinusoidalMlp plane, long t, ReadOnlySpan<float> weights, Span<float> bias)
    {
        using var step = tensor([t]);
        using var row = plane.TimeCode(step);
        var code = FloatData.Of(row);
        for (var u = 0; u < bias.Length; u++)
        {
            var own = weights.Slice(Shape.Weight(0) + u * Shape.Inputs + StepShape.Inputs, TimeCode);
            for (var k = 0; k < TimeCode; k++) bias[u] += own[k] * code[k];
        }
    }

    private IEnumerable<(int Place, Parameter Weight)> Places()
    {
        for (var i = 0; i < _layers.Length; i++)
        {
            yield return (Shape.Weight(i), _layers[i].weight!);
            yield return (Shape.Bias(i), _layers[i].bias!);
        }
        for (var i = 0; i < _embeddings.Length; i++) yield return (Shape.Embedding(i), _embeddings[i].weight!);
    }

    private T[] InOrder<T>(string prefix) where T : nn.Module =>
    [
        .. _network.named_modules().Where(entry => entry.module is T && entry.name.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(entry => int.Parse(entry.name.AsSpan(prefix.Length), CultureInfo.InvariantCulture)).Select(entry => (T)entry.module),
    ];

    private static void Add(ReadOnlySpan<float> from, Span<float> to)
    {
        for (var i = 0; i < to.Length; i++) to[i] += from[i];
    }
}

using TorchSharp.Engine;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>A table of vectors, looked up by row.</summary>
public sealed class Embedding : Module<Tensor, Tensor>
{
    private readonly EmbeddingOptions _options;

    internal Embedding(Parameter weight, EmbeddingOptions options) : base(nameof(Embedding))
    {
        _options = options;
        this.weight = weight;
    }

    /// <summary>The table, [rows, dimensions].</summary>
    public Parameter weight
    {
        get => get_parameter(nameof(weight))!;
        set => SetParameter(nameof(weight), value);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        if (_options.MaxNorm is { } max)
            using (no_grad())
                Aten.embedding_renorm_.CallInPlace(weight, weight, input, max, _options.NormType);
        return Aten.embedding.Call(weight, input, _options.PaddingIndex ?? -1, _options.ScaleGradByFrequency, _options.Sparse);
    }
}

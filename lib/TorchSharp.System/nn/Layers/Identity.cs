using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x itself.</summary>
public sealed class Identity : ParameterLessModule<Tensor, Tensor>
{
    internal Identity() : base(nameof(Identity))
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) => tensor.alias(); // another object, so that disposing it leaves the input alone
}

using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The gated linear unit: one half of x times σ of the other half.</summary>
public sealed class GLU : ParameterLessModule<Tensor, Tensor>
{
    internal GLU(long dim) : base(nameof(GLU))
    {
        this.dim = dim;
    }

    /// <summary>The dimension to halve.</summary>
    public long dim { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) => nn.functional.glu(tensor, dim);
}

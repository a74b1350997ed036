using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>log(1 + e^(βx)) / β, a smooth ReLU.</summary>
public sealed class Softplus : ParameterLessModule<Tensor, Tensor>
{
    internal Softplus(double beta, double threshold) : base(nameof(Softplus))
    {
        this.beta = beta;
        this.threshold = threshold;
    }

    /// <summary>β.</summary>
    public double beta { get; set; }

    /// <summary>Above it, βx counts as linear.</summary>
    public double threshold { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) => nn.functional.softplus(tensor, beta, threshold);
}

using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>x where it is positive, else a · x with a learned a (He et al. 2015).</summary>
public sealed class PReLU : Module<Tensor, Tensor>
{
    internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype) : base(nameof(PReLU))
    {
        this.num_parameters = num_parameters;
        this.init = init;
        weight = new Parameter(full([num_parameters], init, dtype ?? get_default_dtype(), device));
    }

    /// <summary>The number of slopes: one, or one for each channel.</summary>
    public long num_parameters { get; }

    /// <summary>Where they start.</summary>
    public double init { get; }

    /// <summary>The slopes.</summary>
    public Parameter weight
    {
        get => get_parameter(nameof(weight))!;
        set => SetParameter(nameof(weight), value);
    }

    /// <inheritdoc/>
    public override string GetName() => nameof(PReLU);

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) => functional.prelu(tensor, weight);
}

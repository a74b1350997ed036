using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Adam (Kingma and Ba 2014).</summary>
public partial class Adam : OptimizerHelper, IBetas
{
    private readonly Options _defaults;

    /// <summary>Makes the optimizer of some parameters.</summary>
    /// <param name="parameters">What to train.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="beta1">The decay rate of the mean.</param>
    /// <param name="beta2">The decay rate of the mean square.</param>
    /// <param name="eps">Added to the root of the mean square.</param>
    /// <param name="weight_decay">The factor of the squared weights in the loss.</param>
    /// <param name="amsgrad">Whether the largest mean square so far is used.</param>
    /// <param name="maximize">Whether the objective is to grow.</param>
    public Adam(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    /// <summary>Makes the optimizer of groups of parameters.</summary>
    /// <param name="parameters">What to train.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="beta1">The decay rate of the mean.</param>
    /// <param name="beta2">The decay rate of the mean square.</param>
    /// <param name="eps">Added to the root of the mean square.</param>
    /// <param name="weight_decay">The factor of the squared weights in the loss.</param>
    /// <param name="amsgrad">Whether the largest mean square so far is used.</param>
    /// <param name="maximize">Whether the objective is to grow.</param>
    public Adam(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
    {
        _defaults = new ParamGroup([], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize).Options;
        _defaults.Rule.Check();
        foreach (var group in parameters) add_param_group(group);
    }

    /// <summary>The decay rates that a new group gets.</summary>
    public (double, double) Betas
    {
        get => (_defaults.beta1!.Value, _defaults.beta2!.Value);
        set => (_defaults.beta1, _defaults.beta2) = value;
    }

    /// <inheritdoc/>
    public override void add_param_group(Modules.ParamGroup param_group) => AddGroup(param_group, _defaults, p => new State(p));

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null) =>
        _step<ParamGroup>(group => group.Options.Rule.Update(WithGradients<State>(group)), closure);
}

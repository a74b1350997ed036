using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2017).</summary>
public partial class AdamW : OptimizerHelper, IBetas
{
    private readonly Options _defaults;

    /// <summary>Makes the optimizer of some parameters.</summary>
    /// <param name="parameters">What to train.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="beta1">The decay rate of the mean.</param>
    /// <param name="beta2">The decay rate of the mean square.</param>
    /// <param name="eps">Added to the root of the mean square.</param>
    /// <param name="weight_decay">How fast the weights shrink, as a part of the learning rate.</param>
    /// <param name="amsgrad">Whether the largest mean square so far is used.</param>
    /// <param name="maximize">Whether the objective is to grow.</param>
    public AdamW(
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
    /// <param name="weight_decay">How fast the weights shrink, as a part of the learning rate.</param>
    /// <param name="amsgrad">Whether the largest mean square so far is used.</param>
    /// <param name="maximize">Whether the objective is to grow.</param>
    public AdamW(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
    {
        if (!(lr >= 0)) throw new ArgumentException($"Invalid learning rate: {lr}");
        if (!(eps >= 0)) throw new ArgumentException($"Invalid ε: {eps}");
        if (beta1 is not (>= 0 and < 1)) throw new ArgumentException($"Invalid beta1: {beta1}");
        if (beta2 is not (>= 0 and < 1)) throw new ArgumentException($"Invalid beta2: {beta2}");
        if (!(weight_decay >= 0)) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
        _defaults = new Options
        {
            LearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
        };
        foreach (var group in parameters) add_param_group(group);
    }

    /// <summary>The decay rates that a new group gets.</summary>
    public (double, double) Betas
    {
        get => (_defaults.beta1!.Value, _defaults.beta2!.Value);
        set => (_defaults.beta1, _defaults.beta2) = value;
    }

    /// <inheritdoc/>
    public override void add_param_group(Modules.ParamGroup param_group)
    {
        param_group.Options ??= new Options();
        var options = (Options)param_group.Options;
        options.Complete(_defaults);
        AddGroup(param_group, options, p => new State(p));
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(group =>
    {
        // A parameter that first had no gradient is behind the others, so its bias is corrected apart from theirs.
        foreach (var batch in WithGradients<State>(group).GroupBy(g => ++g.state.step)) Update(batch.ToArray(), batch.Key, group.Options);
    }, closure);

    private static void Update((Parameter parameter, Tensor grad, State state)[] batch, long step, Options options)
    {
        var (beta1, beta2) = (options.beta1!.Value, options.beta2!.Value);
        var rate = options.LearningRate!.Value;
        var parameters = Array.ConvertAll(batch, Tensor (b) => b.parameter);
        var gradients = Array.ConvertAll(batch, b => b.grad);
        var means = Array.ConvertAll(batch, b => b.state.exp_avg);
        var squares = Array.ConvertAll(batch, b => b.state.exp_avg_sq);
        if (options.maximize == true) gradients = Foreach.Neg(gradients);
        if (options.weight_decay is { } decay and not 0) Foreach.Mul_(parameters, 1 - (rate * decay));
        Foreach.Mul_(means, beta1);
        Foreach.Add_(means, gradients, 1 - beta1);
        Foreach.Mul_(squares, beta2);
        Foreach.AddProduct_(squares, gradients, gradients, 1 - beta2);
        if (options.amsgrad == true)
        {
            var largest = Array.ConvertAll(batch, b => b.state.max_exp_avg_sq!);
            Foreach.Maximum_(largest, squares);
            squares = largest;
        }
        var divisors = Foreach.Sqrt(squares);
        Foreach.Div_(divisors, Math.Sqrt(1 - Math.Pow(beta2, step)));
        Foreach.Add_(divisors, options.eps!.Value);
        Foreach.AddQuotient_(parameters, means, divisors, -rate / (1 - Math.Pow(beta1, step)));
    }
}

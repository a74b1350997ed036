using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent, with momentum on request.</summary>
public partial class SGD : OptimizerHelper, IMomentum
{
    private readonly Options _defaults;

    /// <summary>Makes the optimizer of some parameters.</summary>
    /// <param name="parameters">What to train.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="momentum">How much of the last step is repeated.</param>
    /// <param name="dampening">How much of the gradient the momentum leaves out.</param>
    /// <param name="weight_decay">The factor of the squared weights in the loss.</param>
    /// <param name="nesterov">Whether the momentum is Nesterov's.</param>
    /// <param name="maximize">Whether the objective is to grow.</param>
    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    /// <summary>Makes the optimizer of groups of parameters.</summary>
    /// <param name="parameters">What to train.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="momentum">How much of the last step is repeated.</param>
    /// <param name="dampening">How much of the gradient the momentum leaves out.</param>
    /// <param name="weight_decay">The factor of the squared weights in the loss.</param>
    /// <param name="nesterov">Whether the momentum is Nesterov's.</param>
    /// <param name="maximize">Whether the objective is to grow.</param>
    public SGD(
        IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
    {
        if (!(lr >= 0)) throw new ArgumentException($"Invalid learning rate: {lr}");
        if (!(momentum >= 0)) throw new ArgumentException($"Invalid momentum value: {momentum}");
        if (!(weight_decay >= 0)) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
        if (nesterov && (momentum <= 0 || dampening != 0))
            throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");
        _defaults = new ParamGroup([], lr, momentum, dampening, weight_decay, nesterov, maximize).Options;
        foreach (var group in parameters) add_param_group(group);
    }

    /// <summary>The momentum that a new group gets.</summary>
    public double Momentum
    {
        get => _defaults.momentum!.Value;
        set => _defaults.momentum = value;
    }

    /// <inheritdoc/>
    public override void add_param_group(Modules.ParamGroup param_group) => AddGroup(param_group, _defaults, p => new State(p));

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(group =>
    {
        var batch = WithGradients<State>(group).ToArray();
        if (batch.Length > 0) Update(batch, group.Options);
    }, closure);

    private static void Update((Parameter parameter, Tensor grad, State state)[] batch, Options options)
    {
        var parameters = Array.ConvertAll(batch, Tensor (b) => b.parameter);
        var gradients = Array.ConvertAll(batch, b => b.grad);
        if (options.maximize == true) gradients = Foreach.Neg(gradients);
        if (options.weight_decay is { } decay and not 0) gradients = Foreach.Add(gradients, parameters, decay);
        if (options.momentum is { } momentum and not 0)
        {
            // The first gradient starts the buffer, undamped, as in PyTorch.
            foreach (var part in batch.Index().GroupBy(b => b.Item.state.momentum_buffer is null))
            {
                var own = part.Select(b => gradients[b.Index]).ToArray();
                if (part.Key) foreach (var (i, b) in part) b.state.Start(gradients[i]);
                else Accumulate(part.Select(b => b.Item.state.momentum_buffer!).ToArray(), own, momentum, 1 - options.dampening!.Value);
            }
            var buffers = Array.ConvertAll(batch, b => b.state.momentum_buffer!);
            gradients = options.nesterov == true ? Foreach.Add(gradients, buffers, momentum) : buffers;
        }
        Foreach.Add_(parameters, gradients, -options.LearningRate!.Value);
    }

    private static void Accumulate(Tensor[] buffers, Tensor[] gradients, double momentum, double share)
    {
        Foreach.Mul_(buffers, momentum);
        Foreach.Add_(buffers, gradients, share);
    }
}

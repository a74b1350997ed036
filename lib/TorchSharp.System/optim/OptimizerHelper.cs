using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Base class of optimizers that keep a state for each parameter.</summary>
public abstract class OptimizerHelper : Optimizer
{
    private readonly Dictionary<Parameter, OptimizerState> _states = new(ReferenceEqualityComparer.Instance);

    /// <summary>Starts an optimizer without parameters.</summary>
    public OptimizerHelper()
    {
    }

    /// <summary>The optimizer's options and state: its own, not copies.</summary>
    public virtual StateDictionary state_dict()
    {
        var dictionary = new StateDictionary();
        foreach (var group in Groups)
        {
            dictionary.Options.Add(group.Options);
            var indices = new List<int>();
            foreach (var parameter in group.Parameters)
            {
                indices.Add(dictionary.State.Count);
                dictionary.State.Add(_states[parameter]);
            }
            dictionary.StateIndexRef.Add(indices);
        }
        return dictionary;
    }

    /// <summary>Copies another optimizer's options and state.</summary>
    /// <param name="state_dict">What <see cref="state_dict"/> returned there.</param>
    /// <exception cref="ArgumentException">The numbers of groups or of parameters differ.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        if (own.Options.Count != state_dict.Options.Count)
            throw new ArgumentException("Invalid optimizer state -- different number of parameter groups.");
        if (own.State.Count != state_dict.State.Count)
            throw new ArgumentException("Invalid optimizer state -- different number of states.");
        for (var i = 0; i < own.Options.Count; i++)
            if (own.Options[i] != state_dict.Options[i])
                own.Options[i].LoadStateDict(state_dict.Options[i]);
        for (var i = 0; i < own.State.Count; i++)
            if (own.State[i] != state_dict.State[i])
                own.State[i].LoadStateDict(state_dict.State[i]);
    }

    /// <summary>Moves the state to a device.</summary>
    /// <param name="device">Where to.</param>
    public void to(Device device)
    {
        foreach (var state in _states.Values) state.to(device);
    }

    /// <summary>Runs the loss closure with gradients, then an update of each group without.</summary>
    /// <typeparam name="T">The type of the groups.</typeparam>
    /// <param name="body">Updates one group.</param>
    /// <param name="loss_closure">Computes the loss, or null.</param>
    protected Tensor? _step<T>(Action<T> body, Func<Tensor>? loss_closure = null) where T : ParamGroup
    {
        Tensor? loss = null;
        if (loss_closure is not null)
        {
            using var _ = enable_grad();
            loss = loss_closure();
        }
        using (no_grad())
        using (NewDisposeScope())
            foreach (var group in Groups)
                body((T)group);
        return loss;
    }

    private protected void AddGroup<TOptions>(ParamGroup group, TOptions defaults, Func<Parameter, OptimizerState> state)
        where TOptions : OptimizerOptions, new()
    {
        group.Options ??= new TOptions();
        var options = (TOptions)group.Options;
        options.Complete(defaults);
        group.Parameters = group.Parameters.ToList(); // enumerated at every step, so a lazy walk of the modules is done once
        options.InitialLearningRate = options.LearningRate ?? throw new ArgumentException("The parameter group has no learning rate.");
        Groups.Add(group);
        foreach (var parameter in group.Parameters)
        {
            var fresh = state(parameter);
            fresh.Initialize(options);
            _states[parameter] = fresh;
        }
    }

    // What a step works on: the parameters that have a gradient, with it and with their states.
    private protected IEnumerable<(Parameter parameter, Tensor grad, T state)> WithGradients<T>(ParamGroup group) where T : OptimizerState
    {
        foreach (var parameter in group.Parameters)
            if (parameter.grad is { } grad)
                yield return (parameter, grad, (T)_states[parameter]);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        foreach (var state in _states.Values) (state as IDisposable)?.Dispose();
        _states.Clear();
    }
}

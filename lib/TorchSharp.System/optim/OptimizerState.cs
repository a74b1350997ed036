using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Base class of what an optimizer remembers of a parameter.</summary>
public abstract class OptimizerState
{
    /// <summary>Starts the state of a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    protected OptimizerState(Parameter parameter) => Parameter = parameter;

    private protected Parameter Parameter { get; }

    /// <summary>Sets the state back to the start.</summary>
    /// <param name="options">The options of the parameter's group.</param>
    public abstract void Initialize(OptimizerOptions options);

    /// <summary>Copies another optimizer's state.</summary>
    /// <param name="source">Its state.</param>
    public abstract void LoadStateDict(OptimizerState source);

    /// <summary>Moves the state to a device.</summary>
    /// <param name="device">Where to.</param>
    public virtual void to(Device device)
    {
    }

    /// <summary>Whether two states are nearly the same.</summary>
    /// <param name="other">The other state.</param>
    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    // A state outlives every dispose scope that was open when it was made.
    private protected static Tensor Keep(Tensor tensor) => tensor.DetachFromDisposeScope();

    [return: NotNullIfNotNull(nameof(source))]
    private protected Tensor? Copy(Tensor? old, Tensor? source)
    {
        old?.Dispose();
        return source is null ? null : Keep(source.to(Parameter.device, copy: true));
    }

    [return: NotNullIfNotNull(nameof(tensor))]
    private protected static Tensor? Move(Tensor? tensor, Device device)
    {
        if (tensor is null) return null;
        var moved = Keep(tensor.to(device));
        tensor.Dispose();
        return moved;
    }

    private protected static bool Close(Tensor? a, Tensor? b) => a is null ? b is null : b is not null && a.allclose(b);
}

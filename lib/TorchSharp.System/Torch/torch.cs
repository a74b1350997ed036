namespace TorchSharp;

/// <summary>Tensors, what makes them and what is done with them: PyTorch's torch.</summary>
public static partial class torch
{
    /// <summary>The innermost open dispose scope of this thread.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.ThreadSingleton.Current;

    /// <summary>Opens a dispose scope: what is made on this thread until it ends is disposed with it, unless moved out.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.ThreadSingleton.Open();

    /// <summary>Runs a function in a scope of its own; only what it returns survives.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }
}

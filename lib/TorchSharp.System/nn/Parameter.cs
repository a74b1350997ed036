using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that is a parameter of a module.</summary>
public class Parameter : Tensor
{
    /// <summary>Makes a parameter of a tensor, which it takes over together with its place in a dispose scope.</summary>
    /// <param name="data">The tensor; it is as if disposed afterwards.</param>
    /// <param name="requires_grad">Whether it is trained.</param>
    public Parameter(Tensor data, bool requires_grad = true)
        : this(data.OwningDisposeScope, data.with_requires_grad(requires_grad).DecoupleFromNativeHandle())
    {
    }

    private Parameter(DisposeScope? scope, IntPtr handle) : base(handle) => MoveToOtherDisposeScope(scope);
}

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>Makes a parameter of a tensor, which it takes over.</summary>
    /// <param name="tensor">The tensor; it is as if disposed afterwards.</param>
    public static Parameter AsParameter(this Tensor tensor) => new(tensor);
}

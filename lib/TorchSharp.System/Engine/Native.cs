using System.Runtime.InteropServices;

namespace TorchSharp.Engine;

/// <summary>What this engine has beyond TorchSharp's API. Code that is to run on TorchSharp must do without.</summary>
public static unsafe class Native
{
    /// <summary>libtorch's version.</summary>
    public static string TorchVersion => Marshal.PtrToStringUTF8((nint)Bridge.bridge_torch_version())!;

    /// <summary>The schema of an operator, as libtorch writes it, such as of "add" with overload "Tensor".</summary>
    /// <exception cref="ExternalException">libtorch has no such operator.</exception>
    public static string Schema(string name, string overload = "") => new Op(name, overload).Schema;
}

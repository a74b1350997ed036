using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp;

/// <summary>Moves and converts modules; each returns the module itself.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Converts the floating-point parameters and buffers.</summary>
    /// <param name="module">The module.</param>
    /// <param name="type">A floating-point or complex type.</param>
    /// <param name="non_blocking">Whether the host may go on before the copy is done.</param>
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false) where T : Module
    {
        module.Convert(type, null, non_blocking);
        return module;
    }

    /// <summary>Moves and converts the parameters and buffers.</summary>
    /// <param name="module">The module.</param>
    /// <param name="device">Where to.</param>
    /// <param name="type">A floating-point or complex type.</param>
    /// <param name="non_blocking">Whether the host may go on before the copy is done.</param>
    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false) where T : Module
    {
        module.Convert(type, device, non_blocking);
        return module;
    }

    /// <summary>Moves the parameters and buffers.</summary>
    /// <param name="module">The module.</param>
    /// <param name="deviceType">The kind of device.</param>
    /// <param name="deviceIndex">Its number; −1 for the current one.</param>
    /// <param name="non_blocking">Whether the host may go on before the copy is done.</param>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false) where T : Module
    {
        module.Convert(null, new Device(deviceType, deviceIndex), non_blocking);
        return module;
    }

    /// <summary>Moves the parameters and buffers.</summary>
    /// <param name="module">The module.</param>
    /// <param name="device">Where to.</param>
    /// <param name="non_blocking">Whether the host may go on before the copy is done.</param>
    public static T to<T>(this T module, Device device, bool non_blocking = false) where T : Module
    {
        module.Convert(null, device, non_blocking);
        return module;
    }

    /// <summary>Moves the parameters and buffers.</summary>
    /// <param name="module">The module.</param>
    /// <param name="device">Where to, such as "cuda:0".</param>
    /// <param name="non_blocking">Whether the host may go on before the copy is done.</param>
    public static T to<T>(this T module, string device, bool non_blocking = false) where T : Module
    {
        module.Convert(null, new Device(device), non_blocking);
        return module;
    }

    /// <summary>Moves and converts the parameters and buffers to a tensor's device and type.</summary>
    /// <param name="module">The module.</param>
    /// <param name="other">The tensor.</param>
    /// <param name="non_blocking">Whether the host may go on before the copy is done.</param>
    public static T to<T>(this T module, Tensor other, bool non_blocking = false) where T : Module
    {
        module.Convert(other.dtype, other.device, non_blocking);
        return module;
    }

    /// <summary>Moves the parameters and buffers to the CPU.</summary>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Whether the host may go on before the copy is done.</param>
    public static T cpu<T>(this T module, bool non_blocking = false) where T : Module
    {
        module.Convert(null, new Device(DeviceType.CPU), non_blocking);
        return module;
    }

    /// <summary>Moves the parameters and buffers to a GPU.</summary>
    /// <param name="module">The module.</param>
    /// <param name="deviceIndex">Its number; −1 for the current one.</param>
    /// <param name="non_blocking">Whether the host may go on before the copy is done.</param>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false) where T : Module
    {
        module.Convert(null, new Device(DeviceType.CUDA, deviceIndex), non_blocking);
        return module;
    }

    /// <summary>Converts the floating-point parameters and buffers to bfloat16.</summary>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Whether the host may go on before the copy is done.</param>
    public static T bfloat16<T>(this T module, bool non_blocking = false) where T : Module
    {
        module.Convert(ScalarType.BFloat16, null, non_blocking);
        return module;
    }

    /// <summary>Converts the floating-point parameters and buffers to float16.</summary>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Whether the host may go on before the copy is done.</param>
    public static T half<T>(this T module, bool non_blocking = false) where T : Module
    {
        module.Convert(ScalarType.Float16, null, non_blocking);
        return module;
    }

    /// <summary>Converts the floating-point parameters and buffers to float32.</summary>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Whether the host may go on before the copy is done.</param>
    public static T @float<T>(this T module, bool non_blocking = false) where T : Module
    {
        module.Convert(ScalarType.Float32, null, non_blocking);
        return module;
    }

    /// <summary>Converts the floating-point parameters and buffers to float64.</summary>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Whether the host may go on before the copy is done.</param>
    public static T @double<T>(this T module, bool non_blocking = false) where T : Module
    {
        module.Convert(ScalarType.Float64, null, non_blocking);
        return module;
    }

    /// <summary>Converts the floating-point parameters and buffers to complex numbers of two float32.</summary>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Whether the host may go on before the copy is done.</param>
    public static T cfloat<T>(this T module, bool non_blocking = false) where T : Module
    {
        module.Convert(ScalarType.ComplexFloat32, null, non_blocking);
        return module;
    }

    /// <summary>Converts the floating-point parameters and buffers to complex numbers of two float64.</summary>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Whether the host may go on before the copy is done.</param>
    public static T cdouble<T>(this T module, bool non_blocking = false) where T : Module
    {
        module.Convert(ScalarType.ComplexFloat64, null, non_blocking);
        return module;
    }
}

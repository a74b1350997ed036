using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Bartlett's window; a periodic one, for spectra, or a symmetric one.</summary>
    public static Tensor bartlett_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Finish(Aten.bartlett_window_periodic.Call(len, periodic, dtype ?? get_default_dtype(), Arg.None, InitializeDevice(device)), requires_grad);

    /// <summary>Blackman's window; a periodic one, for spectra, or a symmetric one.</summary>
    public static Tensor blackman_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Finish(Aten.blackman_window_periodic.Call(len, periodic, dtype ?? get_default_dtype(), Arg.None, InitializeDevice(device)), requires_grad);

    /// <summary>Hann's window; a periodic one, for spectra, or a symmetric one.</summary>
    public static Tensor hann_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Finish(Aten.hann_window_periodic.Call(len, periodic, dtype ?? get_default_dtype(), Arg.None, InitializeDevice(device)), requires_grad);
}

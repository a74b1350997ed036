using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Whether autograd records on this thread.</summary>
    public static bool is_grad_enabled() => Bridge.bridge_grad_enabled() != 0;

    /// <summary>Whether inference mode is on on this thread.</summary>
    public static bool is_inference_mode_enabled() => Bridge.bridge_inference_enabled() != 0;

    /// <summary>Autograd does not record until what is returned is disposed.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    /// <summary>Autograd records, or does not, until what is returned is disposed.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    /// <summary>Autograd records, or does not, until what is returned is disposed.</summary>
    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    /// <summary>Nothing is recorded, nor can ever be for what is made now, until what is returned is disposed.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    private sealed class GradMode : IDisposable
    {
        private readonly bool before = is_grad_enabled();

        internal GradMode(bool enabled) => Bridge.bridge_set_grad_enabled(enabled ? 1 : 0);

        public void Dispose() => Bridge.bridge_set_grad_enabled(before ? 1 : 0);
    }

    private sealed class InferenceMode(bool enabled) : IDisposable
    {
        private nint guard = Bridge.bridge_inference_begin(enabled ? 1 : 0);

        public void Dispose() => Bridge.bridge_inference_end(Interlocked.Exchange(ref guard, 0));
    }
}

namespace TorchNative;

/// <summary>TorchSharp's native library cannot be loaded on this machine; the message says why and what to do.</summary>
public sealed class NativeTorchException(string message, Exception? inner = null) : Exception(message, inner);

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Engine;

/// <summary>The bridge's functions, one for one (native/bridge.cpp).</summary>
internal static unsafe partial class Bridge
{
    internal const string Library = "libTorchSharpBridge.so";

    static Bridge() => NativeLibrary.SetDllImportResolver(typeof(Bridge).Assembly, BridgeLoader.Resolve);

    /// <summary>Turns a failed call into the exception that TorchSharp throws.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Check(int status)
    {
        if (status != 0)
        {
            Throw();
        }
    }

    private static void Throw() =>
        throw new ExternalException(Marshal.PtrToStringUTF8((nint)bridge_last_error()) ?? "libtorch failed");

    [LibraryImport(Library)] internal static partial byte* bridge_last_error();

    [LibraryImport(Library)] internal static partial byte* bridge_torch_version();

    [LibraryImport(Library)] internal static partial void bridge_free(void* memory);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int bridge_operator(string name, string overload, out nint result);

    [LibraryImport(Library)] internal static partial int bridge_schema(nint op, out nint text);

    [LibraryImport(Library)]
    internal static partial int bridge_call(
        nint op, void* arguments, int stride, int count, long* ints, int intCount, RawValue* results, int capacity, int* resultCount);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial int bridge_info(nint tensor, TensorInfo* info);

    [LibraryImport(Library), SuppressGCTransition] internal static partial void bridge_retain(nint tensor);

    [LibraryImport(Library)] internal static partial void bridge_release(nint tensor);

    [LibraryImport(Library), SuppressGCTransition] internal static partial long bridge_owned_bytes(nint tensor);

    [LibraryImport(Library)] internal static partial int bridge_data(nint tensor, void** data);

    [LibraryImport(Library)] internal static partial int bridge_storage(nint tensor, void** data, long* bytes, long* offset);

    [LibraryImport(Library)] internal static partial int bridge_set_data(nint target, nint source);

    [LibraryImport(Library)] internal static partial int bridge_grad(nint tensor, out nint grad);

    [LibraryImport(Library)] internal static partial int bridge_set_grad(nint tensor, nint grad);

    [LibraryImport(Library)] internal static partial int bridge_set_requires_grad(nint tensor, int requiresGrad);

    [LibraryImport(Library)] internal static partial int bridge_retain_grad(nint tensor);

    [LibraryImport(Library)]
    internal static partial int bridge_backward(
        nint* outputs, int outputCount, nint* grads, int gradCount, int retainGraph, int createGraph, nint* inputs, int inputCount);

    [LibraryImport(Library)]
    internal static partial int bridge_gradients(
        nint* outputs, int outputCount, nint* inputs, int inputCount, nint* grads, int gradCount,
        int retainGraph, int createGraph, int allowUnused, nint* results);

    [LibraryImport(Library)] internal static partial int bridge_grad_enabled();

    [LibraryImport(Library)] internal static partial void bridge_set_grad_enabled(int enabled);

    [LibraryImport(Library)] internal static partial int bridge_inference_enabled();

    [LibraryImport(Library)] internal static partial nint bridge_inference_begin(int enabled);

    [LibraryImport(Library)] internal static partial void bridge_inference_end(nint guard);

    [LibraryImport(Library)] internal static partial int bridge_manual_seed(ulong seed);

    [LibraryImport(Library)] internal static partial int bridge_generator_new(int deviceType, int deviceIndex, ulong seed, out nint result);

    [LibraryImport(Library)] internal static partial int bridge_generator_default(int deviceType, int deviceIndex, out nint result);

    [LibraryImport(Library)] internal static partial void bridge_generator_free(nint generator);

    [LibraryImport(Library)] internal static partial int bridge_generator_seed(nint generator, ulong seed);

    [LibraryImport(Library)] internal static partial int bridge_generator_reseed(nint generator, out ulong seed);

    [LibraryImport(Library)] internal static partial int bridge_generator_initial_seed(nint generator, out ulong seed);

    [LibraryImport(Library)] internal static partial int bridge_generator_get_state(nint generator, out nint state);

    [LibraryImport(Library)] internal static partial int bridge_generator_set_state(nint generator, nint state);

    [LibraryImport(Library)] internal static partial int bridge_cuda_count(out int count);

    [LibraryImport(Library)] internal static partial int bridge_cudnn_available();

    [LibraryImport(Library)] internal static partial int bridge_cuda_synchronize(int index);

    [LibraryImport(Library)] internal static partial int bridge_cuda_manual_seed(ulong seed, int all);

    [LibraryImport(Library)] internal static partial int bridge_set_threads(int count);

    [LibraryImport(Library)] internal static partial int bridge_hold_blas();

    [LibraryImport(Library)] internal static partial int bridge_threads();

    [LibraryImport(Library)] internal static partial int bridge_set_interop_threads(int count);

    [LibraryImport(Library)] internal static partial int bridge_interop_threads();

    [LibraryImport(Library)] internal static partial int bridge_switch(int which, int value, out int current);
}

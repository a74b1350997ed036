using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Engine;

/// <summary>What this engine has beyond TorchSharp's API. Code that is to run on TorchSharp must do without.</summary>
public static unsafe class Native
{
    private const int MostResults = 16;

    /// <summary>libtorch's version.</summary>
    public static string TorchVersion => Marshal.PtrToStringUTF8((nint)Bridge.bridge_torch_version())!;

    /// <summary>The bytes that tensors hold at this moment, views not counted.</summary>
    public static long HeldBytes => NativeMemory.Held;

    /// <summary>The schema of an operator, as libtorch writes it, such as of "add" with overload "Tensor".</summary>
    /// <exception cref="ExternalException">libtorch has no such operator.</exception>
    public static string Schema(string name, string overload = "") => new Op(name, overload).Schema;

    /// <summary>Calls an operator that the API has no member for, by its name in libtorch.</summary>
    /// <param name="name">The operator's name, without "aten::".</param>
    /// <param name="overload">The name of its overload, or "".</param>
    /// <param name="args">
    /// Its arguments, by position; those left out at the end take the schema's defaults. Tensors and lists of them,
    /// numbers, truth values, text, lists of numbers, element types, devices, generators, or null.
    /// </param>
    /// <returns>Its results: tensors, lists of them, or numbers.</returns>
    /// <exception cref="ExternalException">libtorch has no such operator, or refuses the arguments.</exception>
    public static object?[] Call(string name, string overload, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var pinned = new List<Array>();
        var results = stackalloc RawValue[MostResults];
        var count = new Op(name, overload).Invoke(Array.ConvertAll(args, arg => Convert(arg, pinned)), [], results, MostResults);
        GC.KeepAlive((args, pinned));
        var converted = new object?[count];
        for (var i = 0; i < count; i++)
        {
            converted[i] = Result.Any(results[i]);
        }
        return converted;
    }

    private static Arg Convert(object? value, List<Array> pinned) => value switch
    {
        null => Arg.None,
        Tensor tensor => tensor,
        Generator generator => generator,
        Scalar scalar => scalar,
        Device device => device,
        ScalarType type => type,
        bool flag => flag,
        int number => number,
        long number => number,
        float number => number,
        double number => number,
        string text => Arg.Text(Pin(Encoding.UTF8.GetBytes(text), pinned)),
        int[] list => Convert(Array.ConvertAll(list, item => (long)item), pinned),
        long[] list => List(Pin(list, pinned)),
        double[] list => List(Pin(list, pinned)),
        IEnumerable<Tensor> list => List(Pin(list.Select(tensor => (nint)(tensor?.Handle ?? 0)).ToArray(), pinned)),
        _ => throw new ArgumentException($"No operator takes a value of type {value.GetType()}."),
    };

    // The arrays lie where the collector does not move them, so that an address stays good.
    private static T[] Pin<T>(T[] items, List<Array> pinned)
        where T : unmanaged
    {
        var copy = GC.AllocateUninitializedArray<T>(items.Length, pinned: true);
        items.CopyTo(copy, 0);
        pinned.Add(copy);
        return copy;
    }

    private static Arg List(long[] items) => Arg.List((long*)Marshal.UnsafeAddrOfPinnedArrayElement(items, 0), items.Length);

    private static Arg List(double[] items) => Arg.List((double*)Marshal.UnsafeAddrOfPinnedArrayElement(items, 0), items.Length);

    private static Arg List(nint[] items) => Arg.List((nint*)Marshal.UnsafeAddrOfPinnedArrayElement(items, 0), items.Length);
}

using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Engine;

/// <summary>What the factory functions have in common.</summary>
internal static class Creation
{
    /// <summary>A tensor from an operator that takes a shape.</summary>
    internal static Tensor Shaped(Op op, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        RefuseNames(names);
        return Finish(op.CallWith(size, Arg.Ints, dtype ?? get_default_dtype(), Arg.None, InitializeDevice(device)), requires_grad);
    }

    /// <summary>A tensor of random numbers of a shape.</summary>
    internal static Tensor Random(
        Op op, Op withGenerator, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, Generator? generator, string[]? names)
    {
        RefuseNames(names);
        var where = InitializeDevice(device ?? generator?.device);
        var type = dtype ?? get_default_dtype();
        return Finish(
            generator is null
                ? op.CallWith(size, Arg.Ints, type, Arg.None, where)
                : withGenerator.CallWith(size, Arg.Ints, generator, type, Arg.None, where),
            requires_grad);
    }

    /// <summary>A tensor of random whole numbers in [low, high).</summary>
    internal static Tensor RandomInteger(
        long low, long high, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, Generator? generator, string[]? names)
    {
        RefuseNames(names);
        var where = InitializeDevice(device ?? generator?.device);
        var type = dtype ?? ScalarType.Int64;
        return Finish(
            generator is null
                ? Aten.randint_low.CallWith(size, low, high, Arg.Ints, type, Arg.None, where)
                : Aten.randint_low_generator.CallWith(size, low, high, Arg.Ints, generator, type, Arg.None, where),
            requires_grad);
    }

    /// <summary>A tensor of one number throughout.</summary>
    internal static Tensor Full(
        ReadOnlySpan<long> size, Scalar value, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        RefuseNames(names);
        return Finish(
            Aten.full.CallWith(size, Arg.Ints, value, dtype ?? Natural(value.Type), Arg.None, InitializeDevice(device)), requires_grad);
    }

    /// <summary>A tensor in the likeness of another, which gives what is left out.</summary>
    internal static Tensor Like(Op op, Tensor input, ScalarType? dtype, Device? device, bool requires_grad, string[]? names = null)
    {
        RefuseNames(names);
        return Finish(op.Call(input, dtype, Arg.None, device), requires_grad);
    }

    /// <summary>A tensor of one number, without dimensions.</summary>
    internal static Tensor Number(Scalar value, ScalarType? dtype, Device? device, bool requires_grad) =>
        Finish(Aten.scalar_tensor.Call(value, dtype ?? value.Type, Arg.None, InitializeDevice(device)), requires_grad);

    /// <summary>A tensor with a copy of the data, converted and moved where that is asked for.</summary>
    internal static Tensor Copy<T>(
        ReadOnlySpan<T> data, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names = null)
        where T : unmanaged
    {
        RefuseNames(names);
        return Copy(MemoryMarshal.AsBytes(data), data.Length, ElementTypes.Of(typeof(T)), size, dtype, device, requires_grad);
    }

    /// <summary>A tensor with a copy of an array of any rank.</summary>
    internal static Tensor Copy(Array data, ScalarType? dtype, Device? device, bool requires_grad, string[]? names = null)
    {
        RefuseNames(names);
        ArgumentNullException.ThrowIfNull(data);
        var size = new long[data.Rank];
        for (var i = 0; i < size.Length; i++)
        {
            size[i] = data.GetLongLength(i);
        }
        var elementType = data.GetType().GetElementType()!;
        var type = ElementTypes.Of(elementType);
        var width = type == ScalarType.Bool ? 1 : Marshal.SizeOf(elementType);
        var bytes = MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(data), checked(data.Length * width));
        return Copy(bytes, data.Length, type, size, dtype, device, requires_grad);
    }

    /// <summary>The elements of a list, without a copy where it is an array or a List.</summary>
    internal static ReadOnlySpan<T> Span<T>(IList<T> list) => list switch
    {
        T[] array => array,
        List<T> items => CollectionsMarshal.AsSpan(items),
        _ => list.ToArray(),
    };

    internal static Tensor Finish(Tensor tensor, bool requires_grad)
    {
        if (requires_grad)
        {
            tensor.requires_grad = true;
        }
        return tensor;
    }

    internal static void RefuseNames(string[]? names)
    {
        if (names is not null)
        {
            throw new NotSupportedException("Named dimensions are not supported: leave names out.");
        }
    }

    private static ScalarType Natural(ScalarType type) => type switch
    {
        ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 => get_default_dtype(),
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 => ScalarType.Int64,
        _ => type,
    };

    private static unsafe Tensor Copy(
        ReadOnlySpan<byte> data, long count, ScalarType type, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad)
    {
        long wanted = 1;
        foreach (var length in size)
        {
            wanted *= length;
        }
        if (wanted != count)
        {
            throw new ArgumentException($"{count} elements do not fill the shape [{string.Join(", ", size.ToArray())}].");
        }
        var tensor = Aten.empty_memory_format.CallWith(size, Arg.Ints, type, Arg.None, CPU);
        data.CopyTo(new Span<byte>((void*)tensor.DataPointer(), data.Length));
        var where = InitializeDevice(device);
        if ((dtype ?? type) != type || where.type != DeviceType.CPU)
        {
            tensor = tensor.to(dtype ?? type, where, disposeAfter: true);
        }
        return Finish(tensor, requires_grad);
    }
}

using static TorchSharp.torch;

namespace TorchSharp.Engine;

/// <summary>
/// One argument of an operator call. Everything that an operator takes converts to it, and null converts to None.
/// It carries the object behind a handle along, so that no finaliser can free it while the call runs.
/// </summary>
internal readonly struct Arg
{
    internal readonly object? Owner;
    internal readonly RawValue Raw;

    private Arg(Tag tag, long integer, object? owner = null)
    {
        Owner = owner;
        Raw = new RawValue { Tag = tag, Integer = integer };
    }

    private Arg(RawValue raw, object? owner = null)
    {
        Owner = owner;
        Raw = raw;
    }

    /// <summary>Whatever the operator's schema has for this parameter.</summary>
    internal static Arg Default => new(Tag.Default, 0);

    /// <summary>None: an optional that is left out.</summary>
    internal static Arg None => new(Tag.None, 0);

    /// <summary>The list of integers that the call was given beside its arguments.</summary>
    internal static Arg Ints => new(Tag.Ints, 0);

    /// <summary>Integers at a fixed address.</summary>
    internal static unsafe Arg List(long* items, int count) =>
        new(new RawValue { Tag = Tag.IntList, Count = count, Pointer = (nint)items });

    /// <summary>Doubles at a fixed address.</summary>
    internal static unsafe Arg List(double* items, int count) =>
        new(new RawValue { Tag = Tag.DoubleList, Count = count, Pointer = (nint)items });

    /// <summary>Integers at a fixed address, or the schema's own where there is no array.</summary>
    internal static unsafe Arg Given(long* items, long[]? array) => array is null ? Default : List(items, array.Length);

    /// <summary>Tensor handles at a fixed address; the caller keeps their tensors alive.</summary>
    internal static unsafe Arg List(nint* handles, int count) =>
        new(new RawValue { Tag = Tag.TensorList, Count = count, Pointer = (nint)handles });

    /// <summary>Text at a fixed address, such as a u8 literal's.</summary>
    internal static unsafe Arg Text(ReadOnlySpan<byte> utf8)
    {
        fixed (byte* start = utf8)
        {
            return new(new RawValue { Tag = Tag.String, Count = utf8.Length, Pointer = (nint)start });
        }
    }

    public static implicit operator Arg(Tensor? tensor) =>
        tensor is null ? None : new(Tag.Tensor, tensor.Handle, tensor);

    public static implicit operator Arg(Generator? generator) =>
        generator is null ? None : new(Tag.Generator, generator.Handle, generator);

    public static implicit operator Arg(Scalar? scalar) =>
        scalar is null ? None : new(scalar.Raw, scalar);

    public static implicit operator Arg(Device? device) =>
        device is null ? None : new(new RawValue { Tag = Tag.Device, Count = (int)device.type, Integer = device.index });

    public static implicit operator Arg(long value) => new(Tag.Int, value);

    public static implicit operator Arg(long? value) => value is long given ? new(Tag.Int, given) : None;

    public static implicit operator Arg(bool value) => new(Tag.Bool, value ? 1 : 0);

    public static implicit operator Arg(bool? value) => value is bool given ? given : None;

    public static implicit operator Arg(double value) => new(new RawValue { Tag = Tag.Double, Real = value });

    public static implicit operator Arg(double? value) => value is double given ? given : None;

    public static implicit operator Arg(ScalarType value) => new(Tag.Int, (long)value);

    public static implicit operator Arg(ScalarType? value) => value is ScalarType given ? given : None;
}

using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>Writes a tensor in TorchSharp's own format; <see cref="Tensor.Load(BinaryReader)"/> reads it.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="writer">Where it goes.</param>
    public static void Save(this Tensor tensor, BinaryWriter writer) => TensorFile.Write(writer, tensor);

    /// <summary>Writes a tensor in TorchSharp's own format and closes the stream.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="stream">Where it goes.</param>
    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        TensorFile.Write(writer, tensor);
    }

    /// <summary>Writes a tensor to a file in TorchSharp's own format.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="location">The file; one that is there is replaced once the new one is whole.</param>
    public static void Save(this Tensor tensor, string location) => TensorFile.WriteWhole(location, writer => TensorFile.Write(writer, tensor));

    /// <summary>Reads a tensor's elements into a tensor.</summary>
    /// <param name="tensor">What they are read into: of the same element type and shape.</param>
    /// <param name="reader">Where it stands.</param>
    /// <param name="skip">Reads over it and changes nothing.</param>
    /// <exception cref="ArgumentException">The element type or, unless skipped, the shape is another.</exception>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        using var stored = TensorFile.Read(reader);
        if (stored.dtype != tensor.dtype) throw new ArgumentException($"Mismatched tensor data types while loading: {stored.dtype} into {tensor.dtype}.");
        if (skip) return;
        RequireShape(tensor, stored);
        using var _ = no_grad();
        tensor.copy_(stored);
    }

    /// <summary>Reads a tensor.</summary>
    /// <param name="reader">Where it stands.</param>
    /// <param name="skip">Gives zeros of its shape instead of its elements.</param>
    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        Tensor? tensor = null;
        Load(ref tensor, reader, skip);
        return tensor!;
    }

    /// <summary>Reads a tensor's elements into a tensor, which is made if there is none.</summary>
    /// <param name="tensor">What they are read into, or null.</param>
    /// <param name="reader">Where it stands.</param>
    /// <param name="skip">Reads over it; a tensor that is made has zeros then.</param>
    /// <exception cref="ArgumentException">The shape is another.</exception>
    public static void Load(ref Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        var stored = TensorFile.Read(reader);
        if (tensor is null)
        {
            tensor = skip ? stored.zero_() : stored;
            return;
        }
        using var _ = no_grad();
        using (stored)
        {
            if (skip) return;
            RequireShape(tensor, stored);
            tensor.copy_(stored);
        }
    }

    private static void RequireShape(Tensor tensor, Tensor stored)
    {
        if (!stored.shape.SequenceEqual(tensor.shape))
            throw new ArgumentException(
                $"Mismatched tensor shape while loading: [{string.Join(", ", stored.shape)}] into [{string.Join(", ", tensor.shape)}].");
    }
}

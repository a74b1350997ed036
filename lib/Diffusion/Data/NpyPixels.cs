using System.Buffers.Binary;
using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Data;

/// <summary>Reads a file of pictures one after the other, so that only the bytes are held, not the floating-point numbers they came from.</summary>
internal static class NpyPixels
{
    /// <summary>A number may miss the ends of its range by rounding.</summary>
    private const double Slack = 1e-5;

    /// <summary>The pictures as uint8 [N, C, H, W].</summary>
    public static Tensor Load(string path, PixelRange range)
    {
        using var stream = File.OpenRead(path);
        var header = NpyFile.Open(stream, path, long.MaxValue);
        var shape = PictureShape.Of(header.Shape, path);
        RequireType(header, range, path);
        var count = header.Shape[0];
        if (count > Array.MaxLength / shape.Values)
            throw BadFile.Error(path, $"{count} pictures take more than 2 GB", "Take fewer or smaller ones");
        using var scope = NewDisposeScope();
        var pixels = empty([count, shape.Channels, shape.Height, shape.Width], dtype: ScalarType.Byte);
        foreach (var (n, picture) in NpyFile.Rows(stream, header, path).Index())
            Convert(picture.Span, header.Dtype, range, shape, pixels.bytes.Slice(n * shape.Values, shape.Values), $"{path}, picture {n}");
        if (header.Dtype is not ScalarType.Bool && range == PixelRange.Bytes && pixels.max().item<byte>() == 1)
            throw BadFile.Error(path, "its numbers are 0 and 1 alone, which from 0 to 255 are two blacks",
                "Save truth values, which are black and white: numpy.save(path, array.astype(bool))");
        return pixels.MoveToOuterDisposeScope();
    }

    private static void RequireType(NpyHeader header, PixelRange range, string path)
    {
        var isFloat = header.Dtype is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64;
        if (isFloat && range == PixelRange.Bytes)
            throw BadFile.Error(path, $"its numbers are {header.Dtype}, and what they mean is not said",
                $"Name the range: {PixelRange.ZeroToOne}, {PixelRange.MinusOneToOne} or {PixelRange.ZeroTo255}");
        if (!isFloat && range != PixelRange.Bytes)
            throw BadFile.Error(path, $"its numbers are {header.Dtype}, which does not suit the range {range}",
                $"Leave the range out for whole numbers from 0 to 255 and for truth values, which are black and white");
    }

    private static void Convert(ReadOnlySpan<byte> picture, ScalarType dtype, PixelRange range, PictureShape shape, Span<byte> planes, string name)
    {
        var (plane, size) = (shape.Height * shape.Width, Elements.Size(dtype));
        for (var i = 0; i < planes.Length; i++)
        {
            var at = picture[(size * i)..];
            var value = dtype switch
            {
                ScalarType.Byte => at[0],
                ScalarType.Bool => at[0] == 0 ? byte.MinValue : byte.MaxValue,
                ScalarType.Int8 => Whole((sbyte)at[0], name),
                ScalarType.Int16 => Whole(BinaryPrimitives.ReadInt16LittleEndian(at), name),
                ScalarType.Int32 => Whole(BinaryPrimitives.ReadInt32LittleEndian(at), name),
                ScalarType.Int64 => Whole(BinaryPrimitives.ReadInt64LittleEndian(at), name),
                ScalarType.Float16 => Scaled((double)BinaryPrimitives.ReadHalfLittleEndian(at), range, name),
                ScalarType.Float32 => Scaled(BinaryPrimitives.ReadSingleLittleEndian(at), range, name),
                _ => Scaled(BinaryPrimitives.ReadDoubleLittleEndian(at), range, name),
            };
            planes[shape.ChannelsLast ? i % shape.Channels * plane + i / shape.Channels : i] = value;
        }
    }

    private static byte Whole(long value, string name) => value is >= 0 and <= 255 ? (byte)value
        : throw BadFile.Error(name, $"the value {value} lies outside 0 to 255", "Scale the pictures to whole numbers from 0 to 255");

    private static byte Scaled(double value, PixelRange range, string name)
    {
        var unit = range switch { PixelRange.ZeroToOne => value, PixelRange.MinusOneToOne => (value + 1) / 2, _ => value / 255 };
        if (!(unit >= -Slack && unit <= 1 + Slack))
            throw BadFile.Error(name, $"the value {value} lies outside the range {range}", "Scale the pictures, or name their range rightly");
        return (byte)Math.Clamp(unit * 255 + 0.5, 0, 255);
    }
}

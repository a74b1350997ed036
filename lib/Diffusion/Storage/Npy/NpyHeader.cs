using System.Globalization;
using static TorchSharp.torch;

namespace Diffusion.Storage;

/// <summary>The dictionary at the head of a .npy file.</summary>
internal sealed record NpyHeader(ScalarType Dtype, bool BigEndian, bool FortranOrder, long[] Shape)
{
    public static string Format(StoredTensor tensor)
    {
        var code = TypeCode(tensor.Dtype);
        var order = code[1..] == "1" ? '|' : '<';
        var shape = tensor.Shape.Count == 1 ? $"({tensor.Shape[0]},)" : $"({string.Join(", ", tensor.Shape)})";
        return $"{{'descr': '{order}{code}', 'fortran_order': False, 'shape': {shape}, }}";
    }

    /// <summary>Reads the literal; the three keys in any order, each once, nothing else.</summary>
    public static NpyHeader Parse(string text, string name)
    {
        var literal = new PythonLiteral(text, name);
        string? descr = null;
        bool? fortran = null;
        long[]? shape = null;
        literal.Expect('{');
        while (!literal.TryTake('}'))
        {
            var key = literal.String();
            literal.Expect(':');
            if (key == "descr" && descr is null)
                descr = literal.Begins('[') ? throw Structured(name) : literal.String();
            else if (key == "fortran_order" && fortran is null)
                fortran = literal.Boolean();
            else if (key == "shape" && shape is null)
                shape = literal.Integers();
            else
                throw literal.Error($"the key '{key}' is unknown or doubled");
            if (!literal.TryTake(','))
            {
                literal.Expect('}');
                break;
            }
        }
        literal.ExpectEnd();
        if (descr is null || fortran is null || shape is null)
            throw literal.Error("one of 'descr', 'fortran_order' and 'shape' is missing");
        var (dtype, bigEndian) = ParseType(descr, name);
        return new NpyHeader(dtype, bigEndian, fortran.Value, shape);
    }

    /// <summary>Brings the elements to little-endian C order.</summary>
    public StoredTensor ToStored(byte[] data)
    {
        var size = Elements.Size(Dtype);
        if (BigEndian)
        {
            for (var i = 0; i < data.Length; i += size)
                data.AsSpan(i, size).Reverse();
        }
        if (!FortranOrder || Shape.Length < 2 || data.Length == 0)
            return new StoredTensor(Dtype, Shape, data);
        var strides = new long[Shape.Length];
        strides[0] = 1;
        for (var i = 1; i < strides.Length; i++)
            strides[i] = strides[i - 1] * Shape[i - 1];
        return new StoredTensor(Dtype, Shape, Strided.Gather(data, size, 0, Shape, strides));
    }

    private static (ScalarType Dtype, bool BigEndian) ParseType(string descr, string name)
    {
        var code = descr.Length > 1 ? descr[1..] : "";
        ScalarType? dtype = code switch
        {
            "b1" => ScalarType.Bool,
            "u1" => ScalarType.Byte,
            "i1" => ScalarType.Int8,
            "i2" => ScalarType.Int16,
            "i4" => ScalarType.Int32,
            "i8" => ScalarType.Int64,
            "f2" => ScalarType.Float16,
            "f4" => ScalarType.Float32,
            "f8" => ScalarType.Float64,
            _ => null,
        };
        var oneByte = code.EndsWith('1');
        if (dtype is null || !(descr[0] is '<' or '>' || (descr[0] == '|' && oneByte)))
            throw BadFile.Error(name, $"the element type '{descr}' is not one that a tensor can have", code switch
            {
                ['O', ..] => "It holds Python objects, which are not made here: give all parts one shape, as in numpy.stack(list), or save each by itself",
                ['U' or 'S', ..] => "It holds texts. Number the classes: numpy.save(path, numpy.unique(array, return_inverse=True)[1])",
                ['c', ..] => "Save the real and the imaginary part: array.real, array.imag",
                _ => "Convert the array first, such as with array.astype('float32') or array.astype('int64')",
            });
        return (dtype.Value, descr[0] == '>' && !oneByte);
    }

    private static InvalidDataException Structured(string name)
        => BadFile.Error(name, "its elements are records of several fields (a structured type)", "Save one field by itself: numpy.save(path, array['name'])");

    private static string TypeCode(ScalarType dtype) => dtype switch
    {
        ScalarType.Bool => "b1",
        ScalarType.Byte => "u1",
        ScalarType.Int8 => "i1",
        ScalarType.Int16 => "i2",
        ScalarType.Int32 => "i4",
        ScalarType.Int64 => "i8",
        ScalarType.Float16 => "f2",
        ScalarType.Float32 => "f4",
        ScalarType.Float64 => "f8",
        _ => throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"NumPy has no {dtype}; convert the tensor to float32 first.")),
    };
}

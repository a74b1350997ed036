using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Printing;

/// <summary>The elements of a tensor as text, by their place in row-major order.</summary>
internal sealed class ElementText
{
    private readonly Func<long, string> _at;

    internal ElementText(Tensor tensor, string format, CultureInfo culture)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var flat = tensor.detach().cpu().reshape(-1);
        _at = tensor.dtype switch
        {
            ScalarType.Bool => Of<bool>(flat, x => x.ToString(culture)),
            ScalarType.Byte => Of<byte>(flat, x => x.ToString(culture)),
            ScalarType.Int8 => Of<sbyte>(flat, x => x.ToString(culture)),
            ScalarType.Int16 => Of<short>(flat, x => x.ToString(culture)),
            ScalarType.Int32 => Of<int>(flat, x => x.ToString(culture)),
            ScalarType.Int64 => Of<long>(flat, x => x.ToString(culture)),
            ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 =>
                Of<float>(flat.to_type(ScalarType.Float32), x => x.ToString(format, culture)),
            ScalarType.Float64 => Of<double>(flat, x => x.ToString(format, culture)),
            ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64 => Complex(flat, format, culture),
            _ => throw new NotImplementedException($"Tensors of type {tensor.dtype} cannot be written out."),
        };
    }

    internal string this[long index] => _at(index);

    private static Func<long, string> Of<T>(Tensor flat, Func<T, string> text) where T : unmanaged
    {
        var values = flat.data<T>().ToArray();
        return i => text(values[i]);
    }

    private static Func<long, string> Complex(Tensor flat, string format, CultureInfo culture)
    {
        var single = flat.dtype == ScalarType.ComplexFloat32;
        var parts = Engine.Aten.view_as_real.Call(flat).reshape(-1).to_type(ScalarType.Float64).data<double>().ToArray();
        string Part(double x) => single ? ((float)x).ToString(format, culture) : x.ToString(format, culture);
        return i => (parts[2 * i], parts[(2 * i) + 1]) switch
        {
            (var real, 0) => Part(real),
            (0, var imaginary) => Part(imaginary) + "i",
            var (real, imaginary) => $"{Part(real)}+{Part(imaginary)}i",
        };
    }
}

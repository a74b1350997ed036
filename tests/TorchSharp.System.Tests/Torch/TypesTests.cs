using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.System.Tests;

public class TypesTests
{
    [Fact]
    public void Scalar_FromNumbers_KeepsTypeAndValue()
    {
        Assert.Equal((ScalarType.Float32, 1.5f), (((Scalar)1.5f).Type, ((Scalar)1.5f).ToSingle()));
        Assert.Equal((ScalarType.Int64, 1L << 60), (((Scalar)(1L << 60)).Type, ((Scalar)(1L << 60)).ToInt64()));
        Assert.Equal((ScalarType.Bool, true), (((Scalar)true).Type, ((Scalar)true).ToBoolean()));
        Assert.Equal(new Complex(1, -2), ((Scalar)new Complex(1, -2)).ToComplexFloat64());
        Assert.Throws<InvalidCastException>(() => ((Scalar)new Complex(1, -2)).ToDouble());
    }

    [Theory]
    [InlineData(ScalarType.Float32, 1.1920928955078125e-07, 3.4028234663852886e+38, 1.1754943508222875e-38, 1e-6)]
    [InlineData(ScalarType.Float64, 2.220446049250313e-16, 1.7976931348623157e+308, 2.2250738585072014e-308, 1e-15)]
    [InlineData(ScalarType.Float16, 0.0009765625, 65504.0, 6.103515625e-05, 1e-3)]
    [InlineData(ScalarType.BFloat16, 0.0078125, 3.3895313892515355e+38, 1.1754943508222875e-38, 1e-2)]
    public void Finfo_OfType_IsPyTorchs(ScalarType type, double eps, double max, double tiny, double resolution)
    {
        var limits = finfo(type);
        Assert.Equal((eps, max, -max, tiny, resolution), (limits.eps, limits.max, limits.min, limits.tiny, limits.resolution));
    }

    [Fact]
    public void PromoteTypes_OfTwo_IsPyTorchs()
    {
        Assert.Equal(ScalarType.Float32, promote_types(int64, float32));
        Assert.Equal(ScalarType.Int16, promote_types(uint8, int8));
        Assert.Equal(ScalarType.Float64, result_type(ones(1), ones(1, float64)));
    }

    [Fact]
    public void Size_Compared_IsByItsLengths()
    {
        Size size = (2L, 3L);
        Assert.True(size == new Size([2L, 3L]) && size != (3L, 2L));
        Assert.Equal(size.GetHashCode(), new Size([2, 3]).GetHashCode());
        Assert.Equal(6, size.numel());
        Assert.Equal([2L, 3, 4], (size + new Size(4L)).Shape);
        Assert.Equal([4L, 2, 3], broadcast_shapes([2, 1], [4, 1, 3]).Shape);
        Assert.Throws<ArgumentException>(() => broadcast_shapes([2], [3]));
    }

    [Fact]
    public void DefaultDtype_Set_IsWhatIsMade()
    {
        Assert.Throws<ArgumentException>(() => set_default_dtype(int64));
        Assert.Equal(float32, get_default_dtype());
    }
}

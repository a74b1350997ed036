using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Printing;

public class TensorTextTests
{
    [Fact]
    public void ToString_Plain_TellsShapeTypeAndDevice()
    {
        using var t = zeros(2, 3);
        Assert.Equal("[2x3], type = Float32, device = cpu", t.ToString());
        Assert.Equal("[], type = Int64, device = cpu", tensor(1L).metastr());
    }

    [Fact]
    public void Julia_ZeroToThreeDimensions_AlignsColumns()
    {
        Assert.Equal("[], type = Float32, device = cpu, value = 0.33333", Julia(tensor(1f / 3)));
        Assert.Equal("[3], type = Float32, device = cpu| 0.5 -1 12346|", Julia(tensor(new[] { 0.5f, -1, 12345.6f })));
        Assert.Equal("[2x2], type = Float32, device = cpu|    1 2.5| -100   3|", Julia(tensor(new float[,] { { 1, 2.5f }, { -100, 3 } })));
        Assert.Equal("[2x1x2], type = Int64, device = cpu|[0,..,..] =| 0 1||[1,..,..] =| 2 3|", Julia(arange(4).reshape(2, 1, 2)));
    }

    [Fact]
    public void Julia_WiderThanTheLine_EndsInEllipsis()
    {
        using var t = arange(10).reshape(2, 5) * 100;
        Assert.Equal("[2x5], type = Int64, device = cpu|   0 100 200 ...| 500 600 700 ...|", t.jlstr(width: 16, newLine: "|"));
    }

    [Fact]
    public void Numpy_SmallAndLarge_ShortensTheMiddle()
    {
        Assert.Equal("[[0, 1, 2]| [3, 4, 5]]", arange(6).reshape(2, 3).npstr(newLine: "|"));
        Assert.Equal("[0, 1, 2, ... 7, 8, 9]", arange(10).npstr());
        Assert.Equal("[[[0, 1]|  [2, 3]]|| [[4, 5]|  [6, 7]]]", arange(8).reshape(2, 2, 2).npstr(newLine: "|"));
        Assert.Equal("[[0]| [1]| [2]| ...| [5]| [6]| [7]]", arange(8).reshape(8, 1).npstr(newLine: "|"));
        Assert.Equal("[]", zeros(0).npstr());
    }

    [Fact]
    public void CSharp_OneAndTwoDimensions_IsALiteral()
    {
        Assert.Equal("[3], type = Float32, device = cpu, value = float [] {0.5f, 1f, 2f}", tensor(new[] { 0.5f, 1, 2 }).cstr());
        Assert.Equal("[2x2], type = Int64, device = cpu, value = |long [,] {| {0L, 1L},| {2L, 3L}|}", arange(4).reshape(2, 2).cstr(newLine: "|"));
        Assert.Equal("[], type = Bool, device = cpu, value = True", tensor(true).cstr());
    }

    [Fact]
    public void Elements_OfOtherTypes_AreWrittenInTheirWay()
    {
        Assert.Equal("[True, False]", tensor(new[] { true, false }).npstr());
        Assert.Equal("[0.5, NaN, ∞]", tensor(new[] { 0.5, double.NaN, double.PositiveInfinity }).npstr(cultureInfo: CultureInfo.GetCultureInfo("")).Replace("Infinity", "∞"));
        Assert.Equal("[0.5]", tensor(new[] { 0.5f }).to_type(ScalarType.BFloat16).npstr());
        Assert.Equal("[1+2i, 3i]", tensor(new[] { (1f, 2f), (0f, 3f) }).npstr());
        Assert.Equal("[1.50]", tensor(new[] { 1.5f }).npstr("f2"));
    }

    [Fact]
    public void PrintOptions_StyleDefault_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => torch.TensorStringStyle = TensorStringStyle.Default);
        Assert.Equal(TensorStringStyle.Julia, torch.TensorStringStyle);
        using var t = arange(2);
        Assert.Equal(t.jlstr(), t.str());
        Assert.Equal(t.jlstr(), t.ToString(true));
        Assert.Equal(t.metastr(), t.ToString(false));
    }

    private static string Julia(Tensor t) => t.jlstr(newLine: "|");
}

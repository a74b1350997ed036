using System.Buffers.Binary;
using System.Text.Json;
using Diffusion.Charts.Plotly;

namespace Diffusion.Charts.Tests;

public sealed class FigureJsonTests
{
    [Fact]
    public void Numbers_AFew_AreWrittenRounded() => Assert.Equal("[0.333333,2,-1E-09,123456789,null]", Write(new Numbers(1 / 3.0, 2, -1e-9, 123456789, double.NaN)));

    [Fact]
    public void Numbers_Many_ArePackedAsSinglePrecision()
    {
        double[] values = [.. Enumerable.Range(0, 100).Select(i => Math.Sin(i))];
        var packed = JsonDocument.Parse(Write(new Numbers(values))).RootElement;
        Assert.Equal("f4", packed.GetProperty("dtype").GetString());
        var bytes = packed.GetProperty("bdata").GetBytesFromBase64();
        for (var i = 0; i < 100; i++)
            Assert.Equal((float)values[i], BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(4 * i)));
    }

    [Theory]
    [InlineData(100, 1, "u1", 1)]
    [InlineData(1000, 1, "i2", 2)]
    [InlineData(100_000, 1000, "f4", 4)]
    public void Numbers_ManyWhole_TakeTheSmallestType(int count, int step, string type, int size)
    {
        var packed = JsonDocument.Parse(Write(new Numbers([.. Enumerable.Range(0, count / step).Select(i => (double)i * step)]))).RootElement;
        Assert.Equal(type, packed.GetProperty("dtype").GetString());
        Assert.Equal(size * (count / step), packed.GetProperty("bdata").GetBytesFromBase64().Length);
    }

    [Fact]
    public void Numbers_OfAGrid_CarryTheirShape()
    {
        Assert.Equal("[[1,2,3],[4,5,6]]", Write(Numbers.Of(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } })));
        Assert.Equal("10, 20", JsonDocument.Parse(Write(Numbers.Of(new double[10, 20]))).RootElement.GetProperty("shape").GetString());
    }

    [Fact]
    public void Names_InJson_ArePlotlys()
    {
        var json = JsonSerializer.Serialize<Trace>(new ScatterTrace { Mode = ScatterMode.Markers, ShowLegend = false, HoverInfo = "skip" }, FigureJson.Options);
        Assert.Equal("""{"type":"scatter","mode":"markers","showlegend":false,"hoverinfo":"skip"}""", json);
    }

    private static string Write(Numbers numbers) => JsonSerializer.Serialize(numbers, FigureJson.Options);
}

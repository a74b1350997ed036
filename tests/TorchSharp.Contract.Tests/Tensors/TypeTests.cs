using static TorchSharp.torch;

namespace TorchSharp.Contract.Tests.Tensors;

public class TypeTests
{
    private static readonly Dictionary<string, (Func<Tensor> Make, ScalarType Type)> Makings = new()
    {
        ["double"] = (() => tensor(0.5), ScalarType.Float64),
        ["float"] = (() => tensor(0.5f), ScalarType.Float32),
        ["long"] = (() => tensor(5L), ScalarType.Int64),
        ["zeros"] = (() => zeros(2), ScalarType.Float32),
        ["full of long"] = (() => full(2, 5L, dtype: ScalarType.Int64), ScalarType.Int64),
        ["arange"] = (() => arange(5), ScalarType.Int64),
        ["linspace"] = (() => linspace(0, 1, 3), ScalarType.Float32),
        ["float plus C#'s double"] = (() => zeros(2) + 0.5, ScalarType.Float32),
        ["float plus a tensor's double"] = (() => zeros(2) + zeros(2, dtype: float64), ScalarType.Float64),
        ["float plus a single double"] = (() => zeros(2) + tensor(0.5), ScalarType.Float32),
        ["long over C#'s double"] = (() => arange(3) / 2.0, ScalarType.Float32),
        ["float times truth"] = (() => zeros(2) * zeros(2).ge(0), ScalarType.Float32),
        ["comparison"] = (() => zeros(2).ge(0), ScalarType.Bool),
        ["argmax"] = (() => zeros(2).argmax(), ScalarType.Int64),
        ["sum of truth"] = (() => zeros(2).ge(0).sum(), ScalarType.Int64),
    };

    public static TheoryData<string> Names => [.. Makings.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Type_OfAResult_IsPyTorchs(string name)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(Makings[name].Type, Makings[name].Make().dtype);
    }

    [Fact]
    public void Conversion_ToIntegers_DropsTheFraction()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([0L, -1, 2], tensor(new[] { 0.9f, -1.9f, 2 }).to(int64).data<long>().ToArray());
    }

    // 1 + 2⁻⁸ and 1 + 3·2⁻⁸ lie halfway between neighbours.
    [Fact]
    public void Conversion_ToBfloat16_RoundsToTheNearestEven()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([1, 1.015625f], tensor(new[] { 1.00390625f, 1.01171875f }).to(bfloat16).Values());
    }

    [Fact]
    public void Device_OfATensor_IsTold()
    {
        using var x = zeros(2);
        Assert.Equal(("cpu", DeviceType.CPU, DeviceType.CPU), (x.device.ToString(), x.device_type, x.device.type));
    }
}

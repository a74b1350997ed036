using System.Runtime.InteropServices;
using TorchSharp.Engine;

namespace TorchSharp.System.Tests.Engine;

public class OpTests
{
    [Fact]
    public void Call_UnknownOperator_SaysWhich()
    {
        var error = Assert.Throws<ExternalException>(() => new Op("no_such_operator", "At_all").Call(1));
        Assert.Contains("aten::no_such_operator.At_all", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Call_ArgumentOfWrongKind_SaysWhichAndWhatWasExpected()
    {
        using var tensor = torch.ones(2);
        var error = Assert.Throws<ExternalException>(() => new Op("add", "Tensor").Call(tensor, torch.CPU));
        Assert.Contains("argument 2 ('other') must be Tensor, not a device", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Call_TooManyArguments_IsRefused()
    {
        using var tensor = torch.ones(2);
        var error = Assert.Throws<ExternalException>(() => new Op("sin").Call(tensor, tensor));
        Assert.Contains("aten::sin takes 1 arguments, not 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Call_RequiredArgumentLeftOut_IsRefused()
    {
        using var tensor = torch.ones(2);
        var error = Assert.Throws<ExternalException>(() => new Op("add", "Tensor").Call(tensor));
        Assert.Contains("'other'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_OfKnownOperator_IsLibtorchs() =>
        Assert.StartsWith("aten::add.Tensor(Tensor self, Tensor other", Native.Schema("add", "Tensor"), StringComparison.Ordinal);

    [Fact]
    public void NativeCall_OfAnyOperator_TakesAndGivesPlainValues()
    {
        using var scope = torch.NewDisposeScope();
        var x = torch.tensor(new[,] { { 4f, 1f }, { 1f, 3f } });
        var eigen = Native.Call("linalg_eigh", "", x, "U");
        Assert.Equal(2, eigen.Length);
        Assert.Equal(7f, ((torch.Tensor)eigen[0]!).sum().item<float>(), 1e-5f);
        var joined = (torch.Tensor)Native.Call("cat", "", new[] { x, x }, 1)[0]!;
        Assert.Equal([2L, 4], joined.shape);
        var parts = (torch.Tensor[])Native.Call("split_with_sizes", "", joined, new[] { 1, 3 }, 1)[0]!;
        Assert.Equal([2L, 3], parts[1].shape);
        Assert.Equal(true, Native.Call("equal", "", x, x)[0]);
        Assert.Equal(4L, Native.Call("size", "int", joined, 1)[0]);
        Assert.Throws<ArgumentException>(() => Native.Call("sin", "", new object()));
        Assert.Throws<ExternalException>(() => Native.Call("sin", "", "text"));
    }
}

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
}

using Diffusion.Teaching;

namespace Diffusion.Tests.Teaching;

public class CheckTests
{
    [Fact]
    public void That_TrueClaim_SaysWhatIsRight() =>
        Assert.Equal("Right: it adds up.", Check.That(() => 1 + 1 == 2, "it adds up.", "add."));

    [Fact]
    public void That_FalseClaim_GivesTheHint() =>
        Assert.Equal("Not yet: add.", Check.That(() => false, "it adds up.", "add."));

    [Fact]
    public void That_ThrowingClaim_DoesNotThrow()
    {
        var line = Check.That(() => throw new NotImplementedException("todo"), "fine.", "write it.");
        Assert.Equal("Not yet: the answer failed (NotImplementedException: todo). write it.", line);
    }

    [Theory]
    [InlineData(0.5, "Right: half.")]
    [InlineData(0.5001, "Right: half.")]
    [InlineData(0.6, "Not yet: divide. (You have 0.6.)")]
    [InlineData(double.NaN, "Not yet: divide.")]
    public void Number_Answer_IsComparedWithinTheTolerance(double answer, string expected) =>
        Assert.Equal(expected, Check.Number(() => answer, 0.5, 1e-3, "half.", "divide."));
}

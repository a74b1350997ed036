using Diffusion.Data;
using static TorchSharp.torch;

namespace Diffusion.Tests.Data;

public class UserPointsTests
{
    [Fact]
    public void Checked_OfGoodPoints_AreFloats()
    {
        var points = UserPoints.Checked(tensor(new double[] { 1, 2, 3, 4 }, 2, 2));
        Assert.Equal(ScalarType.Float32, points.dtype);
        Near.Equal(tensor(new float[] { 1, 2, 3, 4 }, 2, 2), points, 0);
        Near.Equal(points, UserPoints.Checked([(1, 2), (3, 4)]), 0);
    }

    [Fact]
    public void Checked_OfBadPoints_SaysWhatIsWrong()
    {
        string Message(Tensor points) => Assert.Throws<ArgumentException>(() => UserPoints.Checked(points)).Message;
        Assert.Contains("[10, 3]", Message(zeros(10, 3)), StringComparison.Ordinal);
        Assert.Contains("transpose", Message(zeros(2, 10)), StringComparison.Ordinal);
        Assert.Contains("[0, 2]", Message(zeros(0, 2)), StringComparison.Ordinal);
        var gap = zeros(10, 2);
        gap[4, 1] = float.PositiveInfinity;
        Assert.Contains("Row 4", Message(gap), StringComparison.Ordinal);
        Assert.Contains("floating-point", Message(zeros([10, 2], dtype: ScalarType.Int32)), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => UserPoints.Checked([]));
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(() => UserPoints.Checked([(0, 0), (0, double.NaN)])).Message, StringComparison.Ordinal);
    }
}

using TorchSharp;

namespace Diffusion.Charts.Tests.Points;

public sealed class PointCloudTests
{
    [Fact]
    public void FromArray_OfTwoColumns_KeepsThem()
    {
        PointCloud cloud = new float[,] { { 1, 2 }, { 3, 4 } };
        Assert.Equal([1, 3], cloud.X.ToArray());
        Assert.Equal([2, 4], cloud.Y.ToArray());
    }

    [Theory]
    [InlineData(torch.ScalarType.Float32)]
    [InlineData(torch.ScalarType.Float64)]
    [InlineData(torch.ScalarType.Int64)]
    public void FromTensor_OfAnyType_IsTheSameAsTheArray(torch.ScalarType type)
    {
        using var tensor = torch.tensor(new float[] { 1, 2, 3, 4, 5, 6 }, [3, 2]).to(type);
        var cloud = PointCloud.FromTensor(tensor);
        Assert.Equal([1, 3, 5], cloud.X.ToArray());
        Assert.Equal([2, 4, 6], cloud.Y.ToArray());
        Assert.Equal(type, tensor.dtype);
    }

    [Fact]
    public void FromTensor_ATransposedView_FollowsTheView()
    {
        using var tensor = torch.tensor(new float[] { 1, 3, 5, 2, 4, 6 }, [2, 3]);
        using var view = tensor.t();
        Assert.Equal([1, 3, 5], PointCloud.FromTensor(view).X.ToArray());
    }

    [Fact]
    public void FromTensor_OneThatNeedsGradients_IsTaken()
    {
        using var tensor = torch.ones([2, 2], requires_grad: true);
        Assert.Equal(2, PointCloud.FromTensor(tensor).Count);
    }

    [Fact]
    public void FromTensor_OfThreeColumns_IsRefused()
    {
        using var tensor = torch.zeros(4, 3);
        Assert.Contains("[4, 3]", Assert.Throws<ArgumentException>(() => PointCloud.FromTensor(tensor)).Message);
    }

    [Fact]
    public void FromArray_OfThreeColumns_IsRefused() =>
        Assert.Contains("[1, 3]", Assert.Throws<ArgumentException>(() => PointCloud.FromArray(new float[1, 3])).Message);

    [Fact]
    public void Empty_IsRefused() => Assert.Contains("empty", Assert.Throws<ArgumentException>(() => new PointCloud([], [])).Message);

    [Fact]
    public void UnequalLengths_AreRefused() => Assert.Contains("2 and 1", Assert.Throws<ArgumentException>(() => new PointCloud([1, 2], [1])).Message);

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void NotFinite_IsRefusedWithItsPlace(float value) =>
        Assert.Contains("Point 1 of 2", Assert.Throws<ArgumentException>(() => new PointCloud([0, value], [0, 0])).Message);
}

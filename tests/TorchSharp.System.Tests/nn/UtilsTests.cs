using TorchSharp.Modules;
using TorchSharp.Tests.Support;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

public class UtilsTests
{
    [Theory]
    [InlineData(2.0, 13.0)]
    [InlineData(1.0, 19.0)]
    [InlineData(double.PositiveInfinity, 12.0)]
    public void ClipGradNorm_AboveTheBound_ScalesToItAndReturnsTheNorm(double type, double norm)
    {
        var parameters = WithGradients();
        Assert.Equal(norm, utils.clip_grad_norm_(parameters, 1, type), 1e-5);
        Assert.Equal(1, utils.clip_grad_norm_(parameters, 100, type), 1e-5);
        Numbers.AssertClose([(float)(3 / norm), (float)(4 / norm)], parameters[0].grad!, 1e-5);
    }

    [Fact]
    public void ClipGradNorm_NoGradients_IsZero() => Assert.Equal(0, utils.clip_grad_norm_([Numbers.Parameter([2])], 1));

    [Fact]
    public void ClipGradValue_AboveTheBound_IsCut()
    {
        var parameters = WithGradients();
        utils.clip_grad_value_(parameters, 3.5);
        Numbers.AssertClose([3, 3.5f], parameters[0].grad!);
        Numbers.AssertClose([-3.5f], parameters[1].grad!);
    }

    [Fact]
    public void Vector_OfParameters_GoesAndComesBack()
    {
        Parameter[] parameters = [Numbers.Parameter([2, 2]), Numbers.Parameter([3], 1)];
        using var vector = utils.parameters_to_vector(parameters);
        Assert.Equal([7L], vector.shape);
        using var doubled = vector.detach() * 2;
        utils.vector_to_parameters(doubled, parameters);
        Numbers.AssertClose((Numbers.Wave([3], 1) * 2).Values(), parameters[1]);
        Assert.True(parameters[0].requires_grad && parameters[0].is_leaf);
        Assert.Throws<ArgumentException>(() => utils.vector_to_parameters(zeros(6), parameters));
    }

    // Gradients [3, 4], [−12] and none.
    private static Parameter[] WithGradients()
    {
        Parameter[] parameters = [Numbers.Parameter([2]), Numbers.Parameter([1]), Numbers.Parameter([5])];
        parameters[0].grad = tensor(new float[] { 3, 4 });
        parameters[1].grad = tensor(new float[] { -12 });
        return parameters;
    }
}

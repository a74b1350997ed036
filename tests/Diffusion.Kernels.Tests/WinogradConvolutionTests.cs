using Diffusion.Tests;
using static TorchSharp.torch;

namespace Diffusion.Kernels.Tests;

public unsafe class WinogradConvolutionTests
{
    [Theory]
    [InlineData(32, 64, 8)]
    [InlineData(3, 32, 6)]
    [InlineData(64, 3, 5)]
    public void Convolution_AndItsGradients_EqualTheTensorEngines(int inputs, int outputs, int height)
    {
        Assert.SkipUnless(PanelProduct.IsSupported, "This processor's vectors are too short.");
        using var scope = NewDisposeScope();
        using var generator = new Generator(1, CPU);
        const int Images = 5;
        var x = randn([Images, inputs, height, height], generator: generator).requires_grad_();
        var weight = randn([outputs, inputs, 3, 3], generator: generator).requires_grad_();
        var bias = randn([WinogradConvolution.Wide(outputs)], generator: generator);
        var dy = randn([Images, outputs, height, height], generator: generator);
        var y = nn.functional.conv2d(x, weight, bias[..outputs], padding: [1, 1]);
        y.backward([dy]);

        using var memory = new MapMemory(Images);
        FeatureMaps input = memory.Maps(height, WinogradConvolution.Wide(inputs)), output = memory.Maps(height, WinogradConvolution.Wide(outputs));
        using var convolution = new WinogradConvolution(inputs, outputs);
        using var scratch = new AlignedMemory(WinogradConvolution.Scratch(inputs, outputs, height));
        using var sum = new AlignedMemory(convolution.GradientCount);
        convolution.SetWeights(FloatData.Of(weight), backward: true);
        Read(x, input);
        fixed (float* start = FloatData.Of(bias)) convolution.Forward(input, output, start, 0, Images, scratch.Pointer);
        AssertClose(y, Written(output, outputs));

        using var slopes = new MapMemory(Images);
        var slope = slopes.Maps(height, output.Channels);
        Read(dy, slope);
        convolution.Backward(input, slope, input, add: true, sum.Pointer, 0, Images, scratch.Pointer);
        AssertClose(x.grad! + x, Written(input, inputs));
        var gradient = zeros_like(weight);
        convolution.WeightGradients(sum.Pointer, FloatData.Of(gradient));
        AssertClose(weight.grad!, gradient);
    }

    // Relative to the largest value.
    private static void AssertClose(Tensor expected, Tensor actual) =>
        Near.Equal(expected, actual, 1e-5 * expected.abs().max().item<float>());

    private static void Read(Tensor from, FeatureMaps to)
    {
        fixed (float* start = FloatData.Of(from)) MapOperations.Read(start, (int)from.shape[1], to, 0, to.Images);
    }

    private static Tensor Written(FeatureMaps from, int channels)
    {
        var to = zeros(from.Images, channels, from.Height, from.Height);
        fixed (float* start = FloatData.Of(to)) MapOperations.Write(from, channels, start, 0, from.Images);
        return to;
    }
}

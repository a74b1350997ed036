using Diffusion.Kernels;
using static TorchSharp.torch;

namespace Diffusion.Tests.Kernels;

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

    [Fact]
    public void Gelu_OfAllSizes_EqualsTheTensorEngines()
    {
        Assert.SkipUnless(PanelProduct.IsSupported, "This processor's vectors are too short.");
        using var scope = NewDisposeScope();
        var x = linspace(-30, 30, 4096).requires_grad_();
        var y = nn.functional.gelu(x);
        y.sum().backward();
        using var memory = new MapMemory(1);
        FeatureMaps input = memory.Maps(16, 16), value = memory.Maps(16, 16), slope = memory.Maps(16, 16), numbers = memory.Maps(1, 32);
        FloatData.Of(x).CopyTo(new Span<float>(input.Image(0), 4096));
        new Span<float>(numbers.Image(0), 16).Fill(1);
        BatchNormGelu.Apply(input, numbers.Image(0), numbers.Image(0) + 16, value, slope, 0, 1);
        AssertClose(FloatData.Of(y.detach()), new(value.Image(0), 4096));
        AssertClose(FloatData.Of(x.grad!), new(slope.Image(0), 4096));
    }

    // Relative to the largest value.
    private static void AssertClose(Tensor expected, Tensor actual) =>
        Near.Equal(expected, actual, 1e-5 * expected.abs().max().item<float>());

    private static void AssertClose(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= 1e-6 * Math.Max(1, Math.Abs(expected[i])), $"element {i}: {expected[i]} and {actual[i]}");
    }

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

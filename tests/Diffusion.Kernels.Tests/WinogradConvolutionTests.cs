using Diffusion.Tests;
using static TorchSharp.torch;

namespace Diffusion.Kernels.Tests;

public unsafe class WinogradConvolutionTests
{
    [Theory]
    [InlineData(32, 64, 8, 1, false)]
    [InlineData(3, 32, 6, 1, false)]
    [InlineData(64, 3, 5, 1, false)]
    [InlineData(64, 3, 5, 3, false)]
    [InlineData(32, 64, 8, 2, true)]
    public void Convolution_AndItsGradients_EqualTheTensorEngines(int inputs, int outputs, int height, int threads, bool longVectors)
    {
        if (longVectors) Compare<Lanes512>(inputs, outputs, height, threads);
        else Compare<Lanes256>(inputs, outputs, height, threads);
    }

    private static void Compare<V>(int inputs, int outputs, int height, int threads) where V : struct, ILanes<V>
    {
        Assert.SkipUnless(ProcessorVectors.IsSupported, "This processor's vectors are too short.");
        using var scope = NewDisposeScope();
        using var generator = new Generator(1, CPU);
        const int Images = 5;
        var x = randn([Images, inputs, height, height], generator: generator).requires_grad_();
        var weight = randn([outputs, inputs, 3, 3], generator: generator).requires_grad_();
        var bias = randn([ProcessorVectors.Wide(outputs)], generator: generator);
        var dy = randn([Images, outputs, height, height], generator: generator);
        var y = nn.functional.conv2d(x, weight, bias[..outputs], padding: [1, 1]);
        y.backward([dy]);

        using var memory = new MapMemory(Images);
        FeatureMaps input = memory.Maps(height, ProcessorVectors.Wide(inputs)), output = memory.Maps(height, ProcessorVectors.Wide(outputs));
        using var convolution = new WinogradConvolution<V>(inputs, outputs);
        using var workers = new KernelWorkers(threads, WinogradConvolution<V>.Scratch(inputs, outputs, height), convolution.GradientCount);
        fixed (float* kernels = FloatData.Of(weight)) convolution.SetWeights(kernels, backward: true, workers);
        Read(x, input);
        fixed (float* start = FloatData.Of(bias))
        {
            var b = start;
            workers.Each(Images, 2, (first, last, worker) => convolution.Forward(input, output, b, first, last, worker.Scratch.Pointer));
        }
        AssertClose(y, Written(output, outputs));

        var dOutput = memory.Maps(height, output.Channels);
        Read(dy, dOutput);
        workers.SumUp(Images, 2, convolution.GradientCount, (first, last, worker) =>
            convolution.Backward(input, dOutput, input, add: true, worker.Sum.Pointer, first, last, worker.Scratch.Pointer));
        AssertClose(x.grad! + x, Written(input, inputs));
        var gradient = zeros_like(weight);
        fixed (float* gradients = FloatData.Of(gradient)) convolution.WeightGradients(gradients, workers);
        AssertClose(weight.grad!, gradient);
    }

    // Relative to the largest value.
    private static void AssertClose(Tensor expected, Tensor actual) =>
        Near.Equal(expected, actual, 1e-5 * expected.abs().max().item<float>());

    private static void Read(Tensor from, FeatureMaps to)
    {
        fixed (float* start = FloatData.Of(from)) MapOperations<Lanes256>.Read(start, (int)from.shape[1], to, 0, to.Images);
    }

    private static Tensor Written(FeatureMaps from, int channels)
    {
        var to = zeros(from.Images, channels, from.Height, from.Height);
        fixed (float* start = FloatData.Of(to)) MapOperations<Lanes256>.Write(from, channels, start, 0, from.Images);
        return to;
    }
}

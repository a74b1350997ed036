using static TorchSharp.torch;

namespace TorchSharp.Tests.Support;

/// <summary>Compares autograd with central differences in float64.</summary>
internal static class Gradients
{
    private const double Step = 1e-6;

    /// <summary>Asserts the gradients of a weighted sum of a function's outputs, for inputs of given shapes.</summary>
    public static void AssertCorrect(Func<Tensor[], Tensor> function, params long[][] shapes)
    {
        using var scope = NewDisposeScope();
        var inputs = shapes.Select((shape, i) => Numbers.Wave(shape, i).to_type(ScalarType.Float64).requires_grad_()).ToArray();
        Tensor Loss()
        {
            var outputs = function(inputs);
            return (outputs * Numbers.Wave(outputs.shape, 5).to_type(ScalarType.Float64)).sum();
        }
        Loss().backward();
        using var _ = no_grad();
        for (var k = 0; k < inputs.Length; k++)
        {
            var gradient = inputs[k].grad!.reshape(-1).data<double>().ToArray();
            var flat = inputs[k].view(-1);
            for (var i = 0; i < gradient.Length; i++)
            {
                using var inner = NewDisposeScope();
                flat[i] += Step;
                var above = Loss().item<double>();
                flat[i] -= 2 * Step;
                var below = Loss().item<double>();
                flat[i] += Step;
                Assert.True(Math.Abs(((above - below) / (2 * Step)) - gradient[i]) < 1e-6, $"input {k}, element {i}: {gradient[i]} against {(above - below) / (2 * Step)}");
            }
        }
    }
}

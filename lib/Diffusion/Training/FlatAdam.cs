using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>Adam on one vector of weights (Kingma and Ba 2015, algorithm 1), with PyTorch's defaults; with a decay it is AdamW.</summary>
/// <param name="parameters">The weights.</param>
/// <param name="weightDecay">λ in w ← w − rate·λ·w, apart from the gradient (Loshchilov and Hutter 2019, algorithm 2).</param>
internal sealed class FlatAdam(FlatParameters parameters, double weightDecay = 0) : IDisposable
{
    private const double Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-8;

    public Tensor Mean { get; } = zeros_like(parameters.Values).DetachFromDisposeScope();

    public Tensor Square { get; } = zeros_like(parameters.Values).DetachFromDisposeScope();

    public int Steps { get; set; }

    public void Step(double learningRate)
    {
        Steps++;
        double correction1 = 1 - Math.Pow(Beta1, Steps), root2 = Math.Sqrt(1 - Math.Pow(Beta2, Steps));
        var gradients = parameters.Gradients;
        Mean.mul_(Beta1).add_(gradients, 1 - Beta1);
        Square.mul_(Beta2).addcmul_(gradients, gradients, 1 - Beta2);
        if (weightDecay > 0) parameters.Values.mul_(1 - learningRate * weightDecay);
        // √(v/c₂) + ε with c₂'s root moved into ε and the rate: one operation less, the same quotient
        using var denominator = Square.sqrt().add_(Epsilon * root2);
        parameters.Values.addcdiv_(Mean, denominator, -learningRate * root2 / correction1);
    }

    public void Dispose()
    {
        Mean.Dispose();
        Square.Dispose();
    }
}

using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The step of Adam and AdamW, which differ only in where the weights' decay enters.</summary>
/// <param name="Rate">The learning rate.</param>
/// <param name="Beta1">The decay rate of the mean.</param>
/// <param name="Beta2">The decay rate of the mean square.</param>
/// <param name="Eps">Added to the root of the mean square.</param>
/// <param name="Decay">The weights' decay.</param>
/// <param name="Decoupled">Whether the decay shrinks the weights themselves, as AdamW's, or is part of the gradient.</param>
/// <param name="Amsgrad">Whether the largest mean square so far is used.</param>
/// <param name="Maximize">Whether the objective is to grow.</param>
internal sealed record AdamRule(
    double Rate, double Beta1, double Beta2, double Eps, double Decay, bool Decoupled, bool Amsgrad, bool Maximize)
{
    internal void Check()
    {
        if (!(Rate >= 0)) throw new ArgumentException($"Invalid learning rate: {Rate}");
        if (!(Eps >= 0)) throw new ArgumentException($"Invalid ε: {Eps}");
        if (Beta1 is not (>= 0 and < 1)) throw new ArgumentException($"Invalid beta1: {Beta1}");
        if (Beta2 is not (>= 0 and < 1)) throw new ArgumentException($"Invalid beta2: {Beta2}");
        if (!(Decay >= 0)) throw new ArgumentException($"Invalid weight_decay value: {Decay}");
    }

    internal void Update<T>(IEnumerable<(Parameter parameter, Tensor grad, T state)> trained) where T : IMoments
    {
        // A parameter that first had no gradient is behind the others, so its bias is corrected apart from theirs.
        foreach (var batch in trained.GroupBy(g => g.state.NextStep())) Update(batch.ToArray(), batch.Key);
    }

    private void Update<T>((Parameter parameter, Tensor grad, T state)[] batch, long step) where T : IMoments
    {
        var parameters = Array.ConvertAll(batch, Tensor (b) => b.parameter);
        var gradients = Array.ConvertAll(batch, b => b.grad);
        var means = Array.ConvertAll(batch, b => b.state.Mean);
        var squares = Array.ConvertAll(batch, b => b.state.MeanSquare);
        if (Maximize) gradients = Foreach.Neg(gradients);
        if (Decay != 0 && Decoupled) Foreach.Mul_(parameters, 1 - (Rate * Decay));
        else if (Decay != 0) gradients = Foreach.Add(gradients, parameters, Decay);
        Foreach.Mul_(means, Beta1);
        Foreach.Add_(means, gradients, 1 - Beta1);
        Foreach.Mul_(squares, Beta2);
        Foreach.AddProduct_(squares, gradients, gradients, 1 - Beta2);
        if (Amsgrad)
        {
            var largest = Array.ConvertAll(batch, b => b.state.LargestMeanSquare!);
            Foreach.Maximum_(largest, squares);
            squares = largest;
        }
        var divisors = Foreach.Sqrt(squares);
        Foreach.Div_(divisors, Math.Sqrt(1 - Math.Pow(Beta2, step)));
        Foreach.Add_(divisors, Eps);
        Foreach.AddQuotient_(parameters, means, divisors, -Rate / (1 - Math.Pow(Beta1, step)));
    }
}

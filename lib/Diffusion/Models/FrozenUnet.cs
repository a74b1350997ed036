using Diffusion.Acceleration;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>A copy of a network arranged for sampling: by an accelerator where one takes it, else with normalisations in the convolutions and
/// all embeddings computed beforehand.</summary>
internal sealed class FrozenUnet
{
    private readonly ContextUnet unet;
    private readonly int last;
    private readonly Tensor fractions;                             // [T + 1], t/T
    private readonly Tensor? context;                              // [B or 1, K]
    private readonly IEvaluation? evaluation;
    private readonly Lock turn = new();
    private readonly (Tensor Coarse, Tensor Fine) times, contexts; // [T + 1 and B or 1, …, 1, 1]; none where there is an accelerator

    public FrozenUnet(ContextUnet trained, NoiseSchedule schedule, Tensor? context)
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        last = schedule.T;
        unet = trained.Copy();
        unet.eval();
        scope.Detach([.. unet.parameters(), .. unet.buffers()]);
        var like = unet.parameters().First();
        fractions = (arange(schedule.T + 1, dtype: like.dtype, device: like.device) / schedule.T).DetachFromDisposeScope();
        this.context = context?.to(like.dtype).to(like.device).clone().DetachFromDisposeScope();
        evaluation = Accelerators.Evaluate(unet);
        evaluation?.TakeWeights();
        if (evaluation is not null) return;
        (times, contexts) = (Kept(unet.EmbedTime(fractions)), Kept(unet.EmbedContext(this.context, like)));
        foreach (var block in unet.modules().OfType<ResidualConvBlock>()) block.FoldNorms();
    }

    public Tensor Predict(Tensor xt, int t)
    {
        if (t < 1 || t > last)
            throw new ArgumentOutOfRangeException(nameof(t), t, $"Steps run from 1 to T = {last}.");
        if (context?.shape[0] is { } count and not 1 && count != xt.shape[0])
            throw new ArgumentException($"There are {count} contexts for {xt.shape[0]} pictures.", nameof(xt));
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        var epsHat = evaluation is null
            ? unet.Denoise(xt, (times.Coarse.narrow(0, t, 1), times.Fine.narrow(0, t, 1)), contexts)
            : Accelerated(evaluation, xt, fractions.narrow(0, t, 1));
        return epsHat.MoveToOuterDisposeScope();
    }

    private Tensor Accelerated(IEvaluation evaluation, Tensor xt, Tensor time)
    {
        lock (turn) return evaluation.Run(xt, time, context) ?? unet.call(xt, time, context);
    }

    // The predictor may be made in one dispose scope and used in another.
    private static (Tensor, Tensor) Kept((Tensor Coarse, Tensor Fine) pair) =>
        (pair.Coarse.DetachFromDisposeScope(), pair.Fine.DetachFromDisposeScope());
}

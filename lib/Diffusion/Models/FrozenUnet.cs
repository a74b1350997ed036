using Diffusion.Acceleration;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>A copy of a network arranged for sampling: normalisations in the convolutions, all embeddings computed beforehand.</summary>
internal sealed class FrozenUnet
{
    private readonly ContextUnet unet;
    private readonly (Tensor Coarse, Tensor Fine) times;           // [T + 1, …, 1, 1]
    private readonly (Tensor Coarse, Tensor Fine) context;         // [B or 1, …, 1, 1]
    private readonly Tensor? given;                                // the context as it was asked for
    private readonly Tensor fractions;                             // [T + 1], t/T
    private readonly int last;
    private readonly Lock turn = new();
    private readonly IEvaluation? evaluation;

    public FrozenUnet(ContextUnet trained, NoiseSchedule schedule, Tensor? context)
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        last = schedule.T;
        unet = trained.Copy();
        unet.eval();
        var like = unet.parameters().First();
        fractions = (arange(schedule.T + 1, dtype: like.dtype, device: like.device) / schedule.T).DetachFromDisposeScope();
        given = context?.to(like.dtype).to(like.device).clone().DetachFromDisposeScope();
        times = Kept(unet.EmbedTime(fractions));
        this.context = Kept(unet.EmbedContext(given, like));
        evaluation = Accelerators.Evaluate(unet);
        evaluation?.TakeWeights();
        if (evaluation is null)
            foreach (var block in unet.modules().OfType<ResidualConvBlock>()) block.FoldNorms();
        scope.Detach([.. unet.parameters(), .. unet.buffers()]);
    }

    public Tensor Predict(Tensor xt, int t)
    {
        if (t < 1 || t > last)
            throw new ArgumentOutOfRangeException(nameof(t), t, $"Steps run from 1 to T = {last}.");
        if (context.Coarse.shape[0] is var contexts and not 1 && contexts != xt.shape[0])
            throw new ArgumentException($"There are {contexts} contexts for {xt.shape[0]} pictures.", nameof(xt));
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        return (Accelerated(xt, t) ?? unet.Denoise(xt, At(t), context)).MoveToOuterDisposeScope();
    }

    private Tensor? Accelerated(Tensor xt, int t)
    {
        if (evaluation is null) return null;
        lock (turn) return evaluation.Run(xt, fractions.narrow(0, t, 1), given);
    }

    private (Tensor Coarse, Tensor Fine) At(int t) => (times.Coarse.narrow(0, t, 1), times.Fine.narrow(0, t, 1));

    // The predictor may be made in one dispose scope and used in another.
    private static (Tensor, Tensor) Kept((Tensor Coarse, Tensor Fine) pair) =>
        (pair.Coarse.DetachFromDisposeScope(), pair.Fine.DetachFromDisposeScope());
}

using Diffusion.Acceleration;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>A copy of a network arranged for sampling: by an accelerator where one takes it, else with normalisations in the convolutions and
/// all embeddings computed beforehand.</summary>
internal sealed class FrozenUnet
{
    private readonly ContextUnet _unet;
    private readonly int _last;
    private readonly Tensor _fractions;                             // [T + 1], t/T
    private readonly Tensor? _context;                              // [B or 1, K]
    private readonly IEvaluation? _evaluation;
    private readonly Lock _gate = new();
    private readonly (Tensor Coarse, Tensor Fine) _times, _contexts; // [T + 1 and B or 1, …, 1, 1]; none where there is an accelerator

    public FrozenUnet(ContextUnet trained, NoiseSchedule schedule, Tensor? context)
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        _last = schedule.T;
        _unet = trained.Copy();
        _unet.eval();
        scope.Detach([.. _unet.parameters(), .. _unet.buffers()]);
        var like = _unet.parameters().First();
        _fractions = (arange(schedule.T + 1, dtype: like.dtype, device: like.device) / schedule.T).DetachFromDisposeScope();
        _context = context?.to(like.dtype).to(like.device).clone().DetachFromDisposeScope();
        _evaluation = Accelerators.Evaluate(_unet);
        _evaluation?.TakeWeights();
        if (_evaluation is not null) return;
        (_times, _contexts) = (Kept(_unet.EmbedTime(_fractions)), Kept(_unet.EmbedContext(_context, like)));
        foreach (var block in _unet.modules().OfType<ResidualConvBlock>()) block.FoldNorms();
    }

    public Tensor Predict(Tensor xt, int t)
    {
        if (t < 1 || t > _last)
            throw new ArgumentOutOfRangeException(nameof(t), t, $"Steps run from 1 to T = {_last}.");
        if (_context?.shape[0] is { } count and not 1 && count != xt.shape[0])
            throw new ArgumentException($"There are {count} contexts for {xt.shape[0]} pictures.", nameof(xt));
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        var epsHat = _evaluation is null
            ? _unet.Denoise(xt, (_times.Coarse.narrow(0, t, 1), _times.Fine.narrow(0, t, 1)), _contexts)
            : Accelerated(_evaluation, xt, _fractions.narrow(0, t, 1));
        return epsHat.MoveToOuterDisposeScope();
    }

    private Tensor Accelerated(IEvaluation evaluation, Tensor xt, Tensor time)
    {
        lock (_gate) return evaluation.Run(xt, time, _context) ?? _unet.call(xt, time, _context);
    }

    // The predictor may be made in one dispose scope and used in another.
    private static (Tensor, Tensor) Kept((Tensor Coarse, Tensor Fine) pair) =>
        (pair.Coarse.DetachFromDisposeScope(), pair.Fine.DetachFromDisposeScope());
}

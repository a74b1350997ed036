using Diffusion.Kernels;
using Diffusion.Schedules;
using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>A copy of a network arranged for sampling: normalisations in the convolutions, all embeddings computed beforehand.</summary>
internal sealed class FrozenUnet
{
    private readonly ContextUnet unet;
    private readonly (Tensor Coarse, Tensor Fine) times;           // [T + 1, …, 1, 1]
    private readonly (Tensor Coarse, Tensor Fine) context;         // [B or 1, …, 1, 1]
    private readonly int last;
    private readonly bool kernels;
    private readonly Lock turn = new();
    private UnetKernel? kernel;                                    // for as many pictures as were asked for

    public FrozenUnet(ContextUnet trained, NoiseSchedule schedule, Tensor? context)
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        last = schedule.T;
        unet = trained.Copy();
        unet.eval();
        var like = unet.parameters().First();
        var steps = arange(schedule.T + 1, dtype: like.dtype, device: like.device) / schedule.T;
        times = Kept(unet.EmbedTime(steps));
        this.context = Kept(unet.EmbedContext(context?.to(like.dtype).to(like.device), like));
        kernels = unet.UseKernels && UnetKernel.Suits(unet, training: false);
        if (!kernels)
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
        var epsHat = kernels ? ByKernel(xt.contiguous(), t) : unet.Denoise(xt, At(t), context);
        return epsHat.MoveToOuterDisposeScope();
    }

    // One call at a time: the kernel's memory is its own.
    private Tensor ByKernel(Tensor xt, int t)
    {
        lock (turn)
        {
            if (kernel is null || kernel.Capacity < xt.shape[0])
            {
                kernel?.Dispose();
                kernel = null;                                     // not to be met again should the larger one not be had
                var larger = UnetKernel.For(unet, (int)xt.shape[0], training: false)!;
                larger.Freeze();
                kernel = larger;
            }
            return kernel.PredictNoise(xt, At(t), context);
        }
    }

    private (Tensor Coarse, Tensor Fine) At(int t) => (times.Coarse.narrow(0, t, 1), times.Fine.narrow(0, t, 1));

    // The predictor may be made in one dispose scope and used in another.
    private static (Tensor, Tensor) Kept((Tensor Coarse, Tensor Fine) pair) =>
        (pair.Coarse.DetachFromDisposeScope(), pair.Fine.DetachFromDisposeScope());
}

using Diffusion.Acceleration;
using Diffusion.Models;
using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <summary>ε̂ of a <see cref="ContextUnet"/> at one step; memory for as many pictures as were asked for.</summary>
/// <param name="unet">The network.</param>
internal sealed class UnetEvaluation(ContextUnet unet) : IEvaluation
{
    private const int MostTimes = 4096;
    private readonly Dictionary<float, (Tensor Coarse, Tensor Fine)> times = [];
    private (Tensor Coarse, Tensor Fine)? contexts;
    private Tensor? lastContext;
    private UnetKernel? kernel;

    public void TakeWeights()
    {
        Forget();
        kernel?.Freeze();
    }

    public Tensor? Run(Tensor x, Tensor time, Tensor? context)
    {
        if (!FloatData.IsFloatOnProcessor(x)) return null;
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        unet.Require(x, time, context);
        if (time.numel() != 1) return null;
        Grow((int)x.shape[0]);
        return kernel!.PredictNoise(x.contiguous(), TimeAt(time), Context(context, x)).MoveToOuterDisposeScope();
    }

    public void Dispose()
    {
        Forget();
        kernel?.Dispose();
    }

    private void Grow(int images)
    {
        if (kernel?.Capacity >= images) return;
        kernel?.Dispose();
        kernel = null;                                             // not to be met again should the larger one not be had
        var larger = UnetKernel.For(unet, images, training: false)!;
        larger.Freeze();
        kernel = larger;
    }

    // A sampler comes by the same steps again and again.
    private (Tensor, Tensor) TimeAt(Tensor time)
    {
        float value = time.item<float>();
        if (times.TryGetValue(value, out var known)) return known;
        if (times.Count == MostTimes) Forget();
        return times[value] = Kept(unet.EmbedTime(time));
    }

    private (Tensor, Tensor) Context(Tensor? context, Tensor like)
    {
        if (contexts is { } known && ReferenceEquals(context, lastContext)) return known;
        Release(contexts);
        lastContext = context;
        return (contexts = Kept(unet.EmbedContext(context, like))).Value;
    }

    private void Forget()
    {
        foreach (var pair in times.Values) Release(pair);
        times.Clear();
        Release(contexts);
        contexts = null;
    }

    private static (Tensor, Tensor) Kept((Tensor Coarse, Tensor Fine) pair) =>
        (pair.Coarse.DetachFromDisposeScope(), pair.Fine.DetachFromDisposeScope());

    private static void Release((Tensor Coarse, Tensor Fine)? pair)
    {
        pair?.Coarse.Dispose();
        pair?.Fine.Dispose();
    }
}

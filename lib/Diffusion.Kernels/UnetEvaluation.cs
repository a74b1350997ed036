using Diffusion.Acceleration;
using Diffusion.Models;
using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <summary>ε̂ of a <see cref="ContextUnet"/> at one step; memory for as many pictures as were asked for.</summary>
/// <param name="unet">The network.</param>
internal sealed class UnetEvaluation(ContextUnet unet) : IEvaluation
{
    private const int MostTimes = 4096;
    private readonly Dictionary<float, (Tensor Coarse, Tensor Fine)> _times = [];
    private (Tensor Coarse, Tensor Fine)? _contexts;
    private Tensor? _lastContext;
    private UnetKernel? _kernel;

    public void TakeWeights()
    {
        Forget();
        _kernel?.Freeze();
    }

    public Tensor? Run(Tensor x, Tensor time, Tensor? context)
    {
        if (!FloatData.IsFloatOnProcessor(x)) return null;
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        unet.Require(x, time, context);
        if (time.numel() != 1) return null;
        Grow((int)x.shape[0]);
        return _kernel!.PredictNoise(x.contiguous(), TimeAt(time), Context(context, x)).MoveToOuterDisposeScope();
    }

    public void Dispose()
    {
        Forget();
        _kernel?.Dispose();
    }

    private void Grow(int images)
    {
        if (_kernel?.Capacity >= images) return;
        _kernel?.Dispose();
        _kernel = null;                                            // not to be met again should the larger one not be had
        var larger = UnetKernel.For(unet, images, training: false)!;
        larger.Freeze();
        _kernel = larger;
    }

    // A sampler comes by the same steps again and again.
    private (Tensor, Tensor) TimeAt(Tensor time)
    {
        var value = time.item<float>();
        if (_times.TryGetValue(value, out var known)) return known;
        if (_times.Count == MostTimes) Forget();
        return _times[value] = Kept(unet.EmbedTime(time));
    }

    private (Tensor, Tensor) Context(Tensor? context, Tensor like)
    {
        if (_contexts is { } known && ReferenceEquals(context, _lastContext)) return known;
        Release(_contexts);
        _lastContext = context;
        return (_contexts = Kept(unet.EmbedContext(context, like))).Value;
    }

    private void Forget()
    {
        foreach (var pair in _times.Values) Release(pair);
        _times.Clear();
        Release(_contexts);
        _contexts = null;
    }

    private static (Tensor, Tensor) Kept((Tensor Coarse, Tensor Fine) pair) =>
        (pair.Coarse.DetachFromDisposeScope(), pair.Fine.DetachFromDisposeScope());

    private static void Release((Tensor Coarse, Tensor Fine)? pair)
    {
        pair?.Coarse.Dispose();
        pair?.Fine.Dispose();
    }
}

using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <content>ε̂ in eval mode, for sampling.</content>
internal sealed unsafe partial class UnetKernel<V>
{
    public override void Freeze()
    {
        foreach (var layer in Normed) layer.Freeze(_workers);
        foreach (var layer in (PixelLayer<V>[])[_shortcut, _rise1, _rise2]) layer.TakeWeights();
        foreach (var layer in (ConvolutionLayer<V>[])[_join, _end]) layer.TakeWeights(backward: false, _workers);
    }

    public override Tensor PredictNoise(Tensor xt, (Tensor Coarse, Tensor Fine) time, (Tensor Coarse, Tensor Fine) context)
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        var images = Require(xt, time.Coarse.flatten()[..1], null);
        foreach (var embedding in (Tensor[])[time.Coarse, time.Fine, context.Coarse, context.Fine])
            if (embedding.shape[0] != 1 && embedding.shape[0] != images)
                throw new ArgumentException($"There are {embedding.shape[0]} contexts for {images} pictures.");
        Modulation coarse = Of(context.Coarse, time.Coarse), fine = Of(context.Fine, time.Fine);
        var epsHat = empty_like(xt);
        nint input = Address(xt), output = Address(epsHat);
        var block = WinogradConvolution<V>.ImagesOfBlock(_unet.Height / 2);
        _workers.Each(images, block, (first, last, worker) => Descend(input, first, last, worker));
        Bottleneck(images);
        _workers.Each(images, block, (first, last, worker) => Ascend(coarse, fine, output, first, last, worker));
        GC.KeepAlive((xt, time, context));
        return epsHat.MoveToOuterDisposeScope();
    }

    private void Descend(nint xt, int first, int last, Worker worker)
    {
        var features = _unet.Features;
        var x0 = _maps.Fine.Part(features, features);
        MapOperations<V>.Read((float*)xt, _unet.Channels, _maps.Images, first, last);
        foreach (var layer in _begin) layer.Infer(first, last, worker);
        _shortcut.Forward(first, last, worker);
        MapOperations<V>.AddAndScale(_begun, x0, Scale, first, last);
        foreach (var layer in _down1) layer.Infer(first, last, worker);
        MapOperations<V>.Pool(_down1End, _maps.Middle.Part(features, features), first, last);
        foreach (var layer in _down2) layer.Infer(first, last, worker);
        MapOperations<V>.Pool(_down2End, _maps.Coarse.Part(2 * features, 2 * features), first, last);
    }

    private void Ascend(Modulation coarse, Modulation fine, nint epsHat, int first, int last, Worker worker)
    {
        var features = _unet.Features;
        MapOperations<V>.Modulate(_bottom, coarse, _maps.Coarse.Part(0, 2 * features), first, last);
        _rise1.Forward(first, last, worker);
        foreach (var layer in _up1) layer.Infer(first, last, worker);
        MapOperations<V>.Modulate(_up1End, fine, _maps.Middle.Part(0, features), first, last);
        _rise2.Forward(first, last, worker);
        foreach (var layer in _up2) layer.Infer(first, last, worker);
        Finish(first, last, worker);
        MapOperations<V>.Write(_maps.Noise, _unet.Channels, (float*)epsHat, first, last);
    }
}

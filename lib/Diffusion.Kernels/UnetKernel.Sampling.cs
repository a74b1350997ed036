using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <content>ε̂ in eval mode, for sampling.</content>
internal sealed unsafe partial class UnetKernel<V>
{
    public override void Freeze()
    {
        foreach (var layer in Normed) layer.Freeze(workers);
        foreach (var layer in (PixelLayer<V>[])[shortcut, rise1, rise2]) layer.TakeWeights();
        foreach (var layer in (ConvolutionLayer<V>[])[join, end]) layer.TakeWeights(backward: false, workers);
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
        var block = WinogradConvolution<V>.ImagesOfBlock(unet.Height / 2);
        workers.Each(images, block, (first, last, worker) => Descend(input, first, last, worker));
        Bottleneck(images);
        workers.Each(images, block, (first, last, worker) => Ascend(coarse, fine, output, first, last, worker));
        GC.KeepAlive((xt, time, context));
        return epsHat.MoveToOuterDisposeScope();
    }

    private void Descend(nint xt, int first, int last, Worker worker)
    {
        var features = unet.Features;
        FeatureMaps x0 = maps.Fine.Part(features, features);
        MapOperations<V>.Read((float*)xt, unet.Channels, maps.Images, first, last);
        foreach (var layer in begin) layer.Infer(first, last, worker);
        shortcut.Forward(first, last, worker);
        MapOperations<V>.AddAndScale(begun, x0, Scale, first, last);
        foreach (var layer in down1) layer.Infer(first, last, worker);
        MapOperations<V>.Pool(down1End, maps.Middle.Part(features, features), first, last);
        foreach (var layer in down2) layer.Infer(first, last, worker);
        MapOperations<V>.Pool(down2End, maps.Coarse.Part(2 * features, 2 * features), first, last);
    }

    private void Ascend(Modulation coarse, Modulation fine, nint epsHat, int first, int last, Worker worker)
    {
        var features = unet.Features;
        MapOperations<V>.Modulate(bottom, coarse, maps.Coarse.Part(0, 2 * features), first, last);
        rise1.Forward(first, last, worker);
        foreach (var layer in up1) layer.Infer(first, last, worker);
        MapOperations<V>.Modulate(up1End, fine, maps.Middle.Part(0, features), first, last);
        rise2.Forward(first, last, worker);
        foreach (var layer in up2) layer.Infer(first, last, worker);
        Finish(first, last, worker);
        MapOperations<V>.Write(maps.Noise, unet.Channels, (float*)epsHat, first, last);
    }
}

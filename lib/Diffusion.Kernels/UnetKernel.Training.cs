using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <content>The training step: loss and gradients.</content>
internal sealed unsafe partial class UnetKernel<V>
{
    /// <summary>The mean squared error against what is to be guessed; sets the gradients of the weights, which must be zero before, and the running statistics.</summary>
    /// <param name="xt">x_t, [B, C, H, H].</param>
    /// <param name="time">t/T, [B] or [1].</param>
    /// <param name="context">[B, K] or [1, K], or null.</param>
    /// <param name="target">ε or what else the network learns to guess, [B, C, H, H].</param>
    /// <param name="weights">What each picture's error counts, [B, 1, 1, 1]; all 1 if null.</param>
    public override double? LossAndGradients(Tensor xt, Tensor time, Tensor? context, Tensor target, Tensor? weights = null)
    {
        if (!Reads(xt, time, context, target)) return null;
        using var scope = NewDisposeScope();
        var images = Require(xt, time, context);
        if (!target.shape.AsSpan().SequenceEqual(xt.shape))
            throw new ArgumentException($"The target has shape [{string.Join(", ", target.shape)}], x_t [{string.Join(", ", xt.shape)}].", nameof(target));
        var (times, contexts) = (unet.EmbedTime(time), unet.EmbedContext(context, xt));
        Modulation coarse = Of(contexts.Coarse, times.Coarse), fine = Of(contexts.Fine, times.Fine);
        var (lowest, raised) = Forward(images, xt, coarse, fine);
        Finish(images);
        var loss = Loss(images, target, weights);

        Tensor Like(Tensor embedding) => empty(images, embedding.shape[1]);
        var (fineScale, fineShift) = (Like(contexts.Fine), Like(times.Fine));
        var (coarseScale, coarseShift) = (Like(contexts.Coarse), Like(times.Coarse));
        AscendBackward(images, coarse, Of(coarseScale, coarseShift), fine, Of(fineScale, fineShift));
        BottleneckBackward(images, lowest, raised);
        DescendBackward(images);
        autograd.backward([contexts.Coarse, times.Coarse, contexts.Fine, times.Fine],
            [For(contexts.Coarse, coarseScale), For(times.Coarse, coarseShift), For(contexts.Fine, fineScale), For(times.Fine, fineShift)]);
        return loss;
    }

    /// <summary>Computes as in training for the sake of the running statistics alone.</summary>
    /// <param name="xt">x_t, [B, C, H, H].</param>
    /// <param name="time">t/T, [B] or [1].</param>
    /// <param name="context">[B, K] or [1, K], or null.</param>
    public override bool MoveStatistics(Tensor xt, Tensor time, Tensor? context)
    {
        if (!Reads(xt, time, context, xt)) return false;
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        var images = Require(xt, time, context);
        var (times, contexts) = (unet.EmbedTime(time), unet.EmbedContext(context, xt));
        Forward(images, xt, Of(contexts.Coarse, times.Coarse), Of(contexts.Fine, times.Fine));
        return true;
    }

    // All but the last convolutions, which follow the last running statistics.
    private (Tensor Lowest, Tensor Raised) Forward(int images, Tensor xt, Modulation coarse, Modulation fine)
    {
        Descend(images, xt);
        var bottom = Bottleneck(images);
        Ascend(images, coarse, fine);
        return bottom;
    }

    private void Descend(int images, Tensor xt)
    {
        var x0 = maps.Fine.Part(unet.Features, unet.Features);
        Read(images, xt, maps.Images);
        shortcut.TakeWeights();
        foreach (var layer in begin) layer.Forward(images, workers);
        workers.Each(images, 1, (first, last, worker) =>
        {
            shortcut.Forward(first, last, worker);
            MapOperations<V>.AddAndScale(begun, x0, Scale, first, last);
        });
        foreach (var layer in down1) layer.Forward(images, workers);
        workers.Each(images, 1, (first, last, _) => MapOperations<V>.Pool(down1End, maps.Middle.Part(unet.Features, unet.Features), first, last));
        foreach (var layer in down2) layer.Forward(images, workers);
        workers.Each(images, 1, (first, last, _) => MapOperations<V>.Pool(down2End, maps.Coarse.Part(2 * unet.Features, 2 * unet.Features), first, last));
    }

    // The bottom of the U by the tensor engine: it is small.
    private (Tensor Lowest, Tensor Raised) Bottleneck(int images)
    {
        var lowest = empty(images, 2 * unet.Features, unet.Height / 4, unet.Height / 4);
        Write(images, maps.Coarse.Part(2 * unet.Features, 2 * unet.Features), lowest);
        if (is_grad_enabled()) lowest.requires_grad_();
        var raised = unet.Bottleneck(lowest);
        using var values = raised.detach().contiguous();
        Read(images, values, bottom);
        return (lowest, raised);
    }

    private void Ascend(int images, Modulation coarse, Modulation fine)
    {
        rise1.TakeWeights();
        rise2.TakeWeights();
        workers.Each(images, 1, (first, last, worker) =>
        {
            MapOperations<V>.Modulate(bottom, coarse, maps.Coarse.Part(0, 2 * unet.Features), first, last);
            rise1.Forward(first, last, worker);
        });
        foreach (var layer in up1) layer.Forward(images, workers);
        workers.Each(images, 1, (first, last, worker) =>
        {
            MapOperations<V>.Modulate(up1End, fine, maps.Middle.Part(0, unet.Features), first, last);
            rise2.Forward(first, last, worker);
        });
        foreach (var layer in up2) layer.Forward(images, workers);
    }

    private void Finish(int images)
    {
        join.TakeWeights(backward: true, workers);
        end.TakeWeights(backward: true, workers);
        workers.Each(images, join.Block, Finish);
    }

    private void Finish(int first, int last, Worker worker)
    {
        join.Forward(first, last, worker);
        norm.Forward(first, last);
        end.Forward(first, last, worker);
    }

    // The loss, and its gradient by the output in the noise's maps.
    private double Loss(int images, Tensor target, Tensor? weights)
    {
        using var output = empty_like(target);
        Write(images, maps.Noise, output);
        using var difference = output.sub_(target);
        using var squares = difference.square();
        if (weights is not null)
        {
            squares.mul_(weights);
            difference.mul_(weights);
        }
        var loss = squares.mean().item<float>();
        difference.mul_(2.0 / target.numel());
        Read(images, difference, gradients!.Noise);
        return loss;
    }

    private void AscendBackward(int images, Modulation coarse, Modulation coarseGradient, Modulation fine, Modulation fineGradient)
    {
        var features = unet.Features;
        var perImage = biasSums.Pointer;
        workers.Each(images, 1, (first, last, _) => MapOperations<V>.Sum(gradients!.Noise, perImage, first, last));
        end.SetBiasGradient(perImage, images);
        workers.SumUp(images, end.Block, end.SumCount, (first, last, worker) =>
            end.Backward(gradients!.Noise, activated, add: false, first, last, worker));
        end.SetWeightGradient(workers);
        workers.SumUp(images, join.Block, join.SumCount, (first, last, worker) =>
        {
            norm.Backward(activated, first, last);
            MapOperations<V>.Sum(activated, perImage, first, last);
            join.Backward(activated, gradients!.Fine, add: false, first, last, worker);
        });
        join.SetWeightGradient(workers);
        join.SetBiasGradient(perImage, images);
        norm.Finish(images);
        Backward(up2, gradients!.Fine.Part(0, features), raised2, false, images);
        rise2.Backward(raised2, gradients.Middle, images, workers);
        workers.Each(images, 1, (first, last, _) =>
            MapOperations<V>.ModulateBackward(up1End, fine, gradients.Middle.Part(0, features), fineGradient, first, last));
        Backward(up1, up1End, raised1, false, images);
        rise1.Backward(raised1, gradients.Coarse, images, workers);
        workers.Each(images, 1, (first, last, _) =>
            MapOperations<V>.ModulateBackward(bottom, coarse, gradients.Coarse.Part(0, 2 * features), coarseGradient, first, last));
    }

    private void BottleneckBackward(int images, Tensor lowest, Tensor raised)
    {
        using var gradient = empty_like(raised);
        Write(images, bottom, gradient);
        raised.backward([gradient]);
        var target = gradients!.Coarse.Part(2 * unet.Features, 2 * unet.Features);
        using var sent = lowest.grad!.contiguous();
        Read(images, sent, bottom);
        workers.Each(images, 1, (first, last, _) => MapOperations<V>.AddAndScale(bottom, target, 1, first, last));
    }

    private void DescendBackward(int images)
    {
        var features = unet.Features;
        FeatureMaps fine = gradients!.Fine.Part(features, features), middle = gradients.Middle.Part(features, features);
        workers.Each(images, 1, (first, last, _) => MapOperations<V>.PoolBackward(
            down2End, maps.Coarse.Part(2 * features, 2 * features), gradients.Coarse.Part(2 * features, 2 * features), first, last));
        Backward(down2, down2End, middle, true, images);
        workers.Each(images, 1, (first, last, _) => MapOperations<V>.PoolBackward(down1End, maps.Middle.Part(features, features), middle, first, last));
        Backward(down1, down1End, fine, true, images);
        workers.Each(images, 1, (first, last, _) => MapOperations<V>.Scale(fine, fine, Scale, first, last));
        shortcut.Backward(fine, null, images, workers);
        Backward(begin, fine, null, false, images);
    }

    // Through layers in a row: between them, gradients take the place of what they are gradients of.
    private void Backward(NormedConvolution<V>[] layers, FeatureMaps gradient, FeatureMaps? target, bool add, int images)
    {
        for (var i = layers.Length - 1; i > 0; i--)
        {
            layers[i].Backward(gradient, layers[i].Input, add: false, images, workers);
            gradient = layers[i].Input;
        }
        layers[0].Backward(gradient, target, add, images, workers);
    }

    // An embedding that all images share gets the sum of their gradients.
    private static Tensor For(Tensor embedding, Tensor gradient) =>
        (embedding.shape[0] == 1 ? gradient.sum(0, keepdim: true) : gradient).reshape(embedding.shape);
}

using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <content>The training step: loss and gradients.</content>
internal sealed unsafe partial class UnetKernel<V>
{
    /// <summary>The mean squared error against what is to be guessed; sets the gradients of the weights, which must be zero before,
    /// and the running statistics.</summary>
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
        var (times, contexts) = (_unet.EmbedTime(time), _unet.EmbedContext(context, xt));
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
        var (times, contexts) = (_unet.EmbedTime(time), _unet.EmbedContext(context, xt));
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
        var x0 = _maps.Fine.Part(_unet.Features, _unet.Features);
        Read(images, xt, _maps.Images);
        _shortcut.TakeWeights();
        foreach (var layer in _begin) layer.Forward(images, _workers);
        _workers.Each(images, 1, (first, last, worker) =>
        {
            _shortcut.Forward(first, last, worker);
            MapOperations<V>.AddAndScale(_begun, x0, Scale, first, last);
        });
        foreach (var layer in _down1) layer.Forward(images, _workers);
        _workers.Each(images, 1, (first, last, _) => MapOperations<V>.Pool(_down1End, _maps.Middle.Part(_unet.Features, _unet.Features), first, last));
        foreach (var layer in _down2) layer.Forward(images, _workers);
        _workers.Each(images, 1, (first, last, _) => MapOperations<V>.Pool(_down2End, _maps.Coarse.Part(2 * _unet.Features, 2 * _unet.Features), first, last));
    }

    // The bottom of the U by the tensor engine: it is small.
    private (Tensor Lowest, Tensor Raised) Bottleneck(int images)
    {
        var lowest = empty(images, 2 * _unet.Features, _unet.Height / 4, _unet.Height / 4);
        Write(images, _maps.Coarse.Part(2 * _unet.Features, 2 * _unet.Features), lowest);
        if (is_grad_enabled()) lowest.requires_grad_();
        var raised = _unet.Bottleneck(lowest);
        using var values = raised.detach().contiguous();
        Read(images, values, _bottom);
        return (lowest, raised);
    }

    private void Ascend(int images, Modulation coarse, Modulation fine)
    {
        _rise1.TakeWeights();
        _rise2.TakeWeights();
        _workers.Each(images, 1, (first, last, worker) =>
        {
            MapOperations<V>.Modulate(_bottom, coarse, _maps.Coarse.Part(0, 2 * _unet.Features), first, last);
            _rise1.Forward(first, last, worker);
        });
        foreach (var layer in _up1) layer.Forward(images, _workers);
        _workers.Each(images, 1, (first, last, worker) =>
        {
            MapOperations<V>.Modulate(_up1End, fine, _maps.Middle.Part(0, _unet.Features), first, last);
            _rise2.Forward(first, last, worker);
        });
        foreach (var layer in _up2) layer.Forward(images, _workers);
    }

    private void Finish(int images)
    {
        _join.TakeWeights(backward: true, _workers);
        _end.TakeWeights(backward: true, _workers);
        _workers.Each(images, _join.Block, Finish);
    }

    private void Finish(int first, int last, Worker worker)
    {
        _join.Forward(first, last, worker);
        _norm.Forward(first, last);
        _end.Forward(first, last, worker);
    }

    // The loss, and its gradient by the output in the noise's maps.
    private double Loss(int images, Tensor target, Tensor? weights)
    {
        using var output = empty_like(target);
        Write(images, _maps.Noise, output);
        using var difference = output.sub_(target);
        using var squares = difference.square();
        if (weights is not null)
        {
            squares.mul_(weights);
            difference.mul_(weights);
        }
        var loss = squares.mean().item<float>();
        difference.mul_(2.0 / target.numel());
        Read(images, difference, _gradients!.Noise);
        return loss;
    }

    private void AscendBackward(int images, Modulation coarse, Modulation coarseGradient, Modulation fine, Modulation fineGradient)
    {
        var features = _unet.Features;
        var perImage = _biasSums.Pointer;
        _workers.Each(images, 1, (first, last, _) => MapOperations<V>.Sum(_gradients!.Noise, perImage, first, last));
        _end.SetBiasGradient(perImage, images);
        _workers.SumUp(images, _end.Block, _end.SumCount, (first, last, worker) =>
            _end.Backward(_gradients!.Noise, _activated, add: false, first, last, worker));
        _end.SetWeightGradient(_workers);
        _workers.SumUp(images, _join.Block, _join.SumCount, (first, last, worker) =>
        {
            _norm.Backward(_activated, first, last);
            MapOperations<V>.Sum(_activated, perImage, first, last);
            _join.Backward(_activated, _gradients!.Fine, add: false, first, last, worker);
        });
        _join.SetWeightGradient(_workers);
        _join.SetBiasGradient(perImage, images);
        _norm.Finish(images);
        Backward(_up2, _gradients!.Fine.Part(0, features), _raised2, false, images);
        _rise2.Backward(_raised2, _gradients.Middle, images, _workers);
        _workers.Each(images, 1, (first, last, _) =>
            MapOperations<V>.ModulateBackward(_up1End, fine, _gradients.Middle.Part(0, features), fineGradient, first, last));
        Backward(_up1, _up1End, _raised1, false, images);
        _rise1.Backward(_raised1, _gradients.Coarse, images, _workers);
        _workers.Each(images, 1, (first, last, _) =>
            MapOperations<V>.ModulateBackward(_bottom, coarse, _gradients.Coarse.Part(0, 2 * features), coarseGradient, first, last));
    }

    private void BottleneckBackward(int images, Tensor lowest, Tensor raised)
    {
        using var gradient = empty_like(raised);
        Write(images, _bottom, gradient);
        raised.backward([gradient]);
        var target = _gradients!.Coarse.Part(2 * _unet.Features, 2 * _unet.Features);
        using var sent = lowest.grad!.contiguous();
        Read(images, sent, _bottom);
        _workers.Each(images, 1, (first, last, _) => MapOperations<V>.AddAndScale(_bottom, target, 1, first, last));
    }

    private void DescendBackward(int images)
    {
        var features = _unet.Features;
        FeatureMaps fine = _gradients!.Fine.Part(features, features), middle = _gradients.Middle.Part(features, features);
        _workers.Each(images, 1, (first, last, _) => MapOperations<V>.PoolBackward(
            _down2End, _maps.Coarse.Part(2 * features, 2 * features), _gradients.Coarse.Part(2 * features, 2 * features), first, last));
        Backward(_down2, _down2End, middle, true, images);
        _workers.Each(images, 1, (first, last, _) => MapOperations<V>.PoolBackward(_down1End, _maps.Middle.Part(features, features), middle, first, last));
        Backward(_down1, _down1End, fine, true, images);
        _workers.Each(images, 1, (first, last, _) => MapOperations<V>.Scale(fine, fine, Scale, first, last));
        _shortcut.Backward(fine, null, images, _workers);
        Backward(_begin, fine, null, false, images);
    }

    // Through layers in a row: between them, gradients take the place of what they are gradients of.
    private void Backward(NormedConvolution<V>[] layers, FeatureMaps gradient, FeatureMaps? target, bool add, int images)
    {
        for (var i = layers.Length - 1; i > 0; i--)
        {
            layers[i].Backward(gradient, layers[i].Input, add: false, images, _workers);
            gradient = layers[i].Input;
        }
        layers[0].Backward(gradient, target, add, images, _workers);
    }

    // An embedding that all images share gets the sum of their gradients.
    private static Tensor For(Tensor embedding, Tensor gradient) =>
        (embedding.shape[0] == 1 ? gradient.sum(0, keepdim: true) : gradient).reshape(embedding.shape);
}

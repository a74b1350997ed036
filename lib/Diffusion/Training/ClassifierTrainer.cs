using Diffusion.Models;
using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>Trains a classifier whose features tell more than the class: the picture at half its size, and how noisy it is.</summary>
public sealed class ClassifierTrainer : IDisposable
{
    private readonly SpriteClassifier _model;
    private readonly ClassifierOptions _options;
    private readonly Generator _generator;
    private readonly Tensor _images, _labels, _losses;
    private readonly optim.Optimizer _adam;
    private readonly int _stepsPerEpoch;

    /// <summary>Prepares the training of a network.</summary>
    /// <param name="model">The network.</param>
    /// <param name="images">Pictures in [−1, 1], float, shape [N, C, H, W].</param>
    /// <param name="labels">Their classes, int64 [N].</param>
    /// <param name="generator">Where order and noise come from; on the pictures' device.</param>
    /// <param name="options">How to train.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or the pictures and labels do not fit.</exception>
    public ClassifierTrainer(SpriteClassifier model, Tensor images, Tensor labels, Generator generator, ClassifierOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(generator);
        Shapes.RequirePictures(images);
        model.RequireSize(images);
        if (labels.dim() != 1 || labels.shape[0] != images.shape[0])
            throw new ArgumentException($"{images.shape[0]} pictures need as many labels; their shape is {Shapes.Text(labels.shape)}.", nameof(labels));
        _options = (options ?? new()).Validated();
        (_model, _generator) = (model, generator);
        _images = images.alias().DetachFromDisposeScope();
        _labels = labels.alias().DetachFromDisposeScope();
        // The last, smaller batch of an epoch is left out: the next epoch has another order.
        _stepsPerEpoch = Math.Max(1, (int)(images.shape[0] / _options.BatchSize));
        _losses = zeros(_stepsPerEpoch * _options.Epochs, device: images.device).DetachFromDisposeScope();
        _adam = optim.Adam(model.parameters(), _options.LearningRate);
    }

    /// <summary>Trains lazily: each step is done when the next element is asked for. The network is in eval mode at the end.</summary>
    /// <param name="cancellation">Ends the training between two steps.</param>
    /// <exception cref="OperationCanceledException">The training was cancelled.</exception>
    public IEnumerable<TrainingStep> Run(CancellationToken cancellation = default)
    {
        int count = _stepsPerEpoch * _options.Epochs, done = 0;
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            using var order = randperm(_images.shape[0], dtype: ScalarType.Int64, device: _images.device, generator: _generator)
                .DetachFromDisposeScope();
            for (var batch = 0; batch < _stepsPerEpoch; batch++)
            {
                cancellation.ThrowIfCancellationRequested();
                var rate = _options.LearningRate * (1 + Math.Cos(Math.PI * done / count)) / 2;
                Learn(order, batch, rate, _losses, done++);
                yield return new TrainingStep(done, count, rate, _losses, _stepsPerEpoch);
            }
        }
        _model.eval();
    }

    /// <summary>Frees what the training needed; the model keeps its weights.</summary>
    public void Dispose()
    {
        _images.Dispose();
        _labels.Dispose();
        _losses.Dispose();
        _adam.Dispose();
    }

    private void Learn(Tensor order, int batch, double rate, Tensor record, int place)
    {
        using var scope = NewDisposeScope();
        _model.train();
        var start = (long)batch * _options.BatchSize;
        var rows = order.narrow(0, start, Math.Min(_options.BatchSize, order.shape[0] - start));
        var loss = Loss(_images.index_select(0, rows), _labels.index_select(0, rows));
        foreach (var group in _adam.ParamGroups) group.LearningRate = rate;
        _adam.zero_grad();
        loss.backward();
        _adam.step();
        using var _ = no_grad();
        record[place].copy_(loss);
    }

    private Tensor Loss(Tensor x, Tensor label)
    {
        long[] each = [x.shape[0], 1, 1, 1];
        // Half of the pictures stay clean. The root makes faint noise, which pictures nearly done have, as plain as strong noise.
        var root = (2 * rand(each, device: x.device, generator: _generator) - 1).clamp_min(0);
        var (logits, thumbnail, noise) = _model.Judge(x + _options.LargestNoise * root.square() * Noise.Like(x, _generator));
        return nn.functional.cross_entropy(logits, label)
            + _options.ThumbnailWeight * nn.functional.mse_loss(thumbnail, nn.functional.avg_pool2d(x, 2))
            + _options.NoiseWeight * nn.functional.mse_loss(noise, root.view(-1));
    }
}

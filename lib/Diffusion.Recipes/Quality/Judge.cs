using Diffusion.Data;
using Diffusion.Metrics;
using Diffusion.Models;
using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Quality;

/// <summary>Holds generated sprites against held-out ones.</summary>
internal sealed class Judge : IDisposable
{
    public const int ReferenceCount = 2000;

    private readonly SpriteClassifier _classifier;
    private readonly Tensor _others;                                // the held-out sprites that are not the reference
    private readonly Tensor _reference;                             // the features of those that are

    public Judge(string weights)
    {
        var path = WeightsFile.Require(Path.Combine(weights, "classifier.safetensors"), "classifier");
        HeldOut = Sprites.HeldOut(2 * ReferenceCount);
        _classifier = new SpriteClassifier(classCount: HeldOut.Classes.Count);
        _classifier.LoadWeights(path);
        Digest = $"classifier {WeightsFile.Digest(path)}\nheld-out {HeldOut.Sha256}\nreference {ReferenceCount}";
        _reference = _classifier.Features(HeldOut.Take(0, ReferenceCount).Images());
        _others = HeldOut.Take(ReferenceCount, ReferenceCount).Images();
    }

    public ImageSet HeldOut { get; }

    /// <summary>What a judgement depends on, beside the pictures.</summary>
    public string Digest { get; }

    /// <summary>The measures of any pictures in −1 to 1.</summary>
    public Dictionary<string, double> Measure(Tensor images) => new()
    {
        ["frechet"] = FrechetDistance.Between(_classifier.Features(images), _reference),
        ["diversity"] = Diversity.MeanPairwiseDistance(images),
    };

    /// <summary>How often the class is seen that was asked for, overall and class by class.</summary>
    public IEnumerable<(string Name, double Value)> Accuracy(Tensor images, Tensor asked)
    {
        var accuracy = ContextAccuracy.Of(asked, _classifier.Predict(images), HeldOut.Classes.Count);
        return [("accuracy", accuracy.Overall), .. HeldOut.Classes.Select((name, c) => ($"accuracy of {name}", accuracy.PerClass[c]))];
    }

    /// <summary>The measures of as many real sprites: what no generated ones are meant to beat.</summary>
    public Dictionary<string, double> Floor(int samples) => Measure(_others[..Math.Min(samples, ReferenceCount)]);

    public void Dispose()
    {
        _classifier.Dispose();
        _others.Dispose();
        _reference.Dispose();
    }
}

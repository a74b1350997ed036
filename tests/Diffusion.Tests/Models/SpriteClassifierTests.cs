using Diffusion.Metrics;
using Diffusion.Models;
using Diffusion.Training;
using static TorchSharp.torch;

namespace Diffusion.Tests.Models;

public class SpriteClassifierTests
{
    private const int Classes = 3;

    // A square, a ring or stripes, each of two colours on white.
    private static (Tensor Images, Tensor Labels) Shapes(int count, int seed)
    {
        using var generator = new Generator((ulong)seed);
        var outer = zeros(8, 8);
        outer[2..6, 2..6] = ones(4, 4);
        var hole = zeros(8, 8);
        hole[3..5, 3..5] = ones(2, 2);
        var stripes = zeros(8, 8);
        for (var row = 1; row < 8; row += 2) stripes[row] = ones(8);
        var masks = stack([outer, outer - hole, stripes], 0);                                   // [3, 8, 8]
        var labels = randint(Classes, [count], dtype: ScalarType.Int64, generator: generator);
        var colours = rand([count, 3, 1, 1], generator: generator) * 1.6 - 1;                   // [N, 3, 1, 1]
        var mask = masks.index_select(0, labels).unsqueeze(1);                                  // [N, 1, 8, 8]
        return (mask * colours + (1 - mask), labels);
    }

    private static readonly Lazy<SpriteClassifier> Trained = new(() =>
    {
        using var generator = new Generator(1);
        var (images, labels) = Shapes(1500, 1);
        var model = new SpriteClassifier(classCount: Classes, height: 8, generator: generator);
        using var trainer = new ClassifierTrainer(model, images, labels, generator, new() { Epochs = 6, BatchSize = 64 });
        foreach (var _ in trainer.Run()) { }
        return model;
    });

    [Fact]
    public void Predict_OfPicturesNotLearnedFrom_SeesTheirClass()
    {
        var (images, labels) = Shapes(600, 2);
        var accuracy = ContextAccuracy.Of(labels, Trained.Value.Predict(images), Classes);
        Assert.True(accuracy.Overall >= 0.99, $"Accuracy {accuracy.Overall:p1}.");
    }

    [Fact]
    public void Features_OfWorseAndWorsePictures_GoFartherAndFartherAway()
    {
        var classifier = Trained.Value;
        using var generator = new Generator(3);
        var (reference, _) = Shapes(600, 2);
        var (images, labels) = Shapes(600, 4);
        var expected = classifier.Features(reference);
        double Distance(Tensor x) => FrechetDistance.Between(expected, classifier.Features(x));
        var floor = Distance(images);
        double[] noisy = [.. new[] { 0.1, 0.2, 0.4, 1 }.Select(strength => Distance(images + strength * Noise.Like(images, generator)))];
        Assert.Equal(noisy.Order(), noisy);
        Assert.True(noisy[0] > floor && noisy[1] > 2 * floor, $"Noise of 0.1 and 0.2 is at {noisy[0]:g3} and {noisy[1]:g3}, the floor at {floor:g3}.");
        // Fewer colours, and a class left out, are defects that no single picture shows.
        var oneColour = where(images.eq(1), images, full_like(images, -0.2f));
        Assert.True(Distance(oneColour) > 5 * floor);
        Assert.True(Distance(images.index_select(0, labels.ne(1).nonzero().reshape(-1))) > 5 * floor);
    }

    [Fact]
    public void Features_OfTheData_HaveMeanZeroAndVarianceOne()
    {
        var features = Trained.Value.Features(Shapes(1000, 5).Images);
        Assert.Equal([1000, 64], features.shape);
        Assert.InRange(features.mean().item<float>(), -0.2, 0.2);
        Assert.InRange(features.var(0).mean().item<float>(), 0.5, 1.5);
    }

    [Fact]
    public void Features_AskedInTraining_DependOnNoOtherPicture()
    {
        var classifier = new SpriteClassifier(classCount: Classes, height: 8, generator: new Generator(6));
        classifier.train();
        var (images, _) = Shapes(10, 7);
        Near.Equal(classifier.Features(images)[..1], classifier.Features(images[..1]), 1e-5);
        Assert.True(classifier.training);
    }

    [Fact]
    public void Features_OfPicturesOfAnotherSize_SaysWhichItNeeds()
    {
        var problem = Assert.Throws<ArgumentException>(() => new SpriteClassifier().Features(zeros(2, 3, 8, 8)));
        Assert.Contains("[2, 3, 8, 8]", problem.Message, StringComparison.Ordinal);
        Assert.Contains("[N, 3, 16, 16]", problem.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpriteClassifier(height: 10));
    }

    [Fact]
    public void Run_OfOneSeed_LearnsTheSameTwice()
    {
        Tensor Learn()
        {
            using var generator = new Generator(8);
            var (images, labels) = Shapes(200, 8);
            var model = new SpriteClassifier(classCount: Classes, height: 8, generator: generator);
            using var trainer = new ClassifierTrainer(model, images, labels, generator, new() { Epochs = 1, BatchSize = 50 });
            Assert.Equal([1, 2, 3, 4], trainer.Run().Select(step => step.Number));
            return model.Features(images);
        }
        Near.Equal(Learn(), Learn(), 1e-5);
    }
}

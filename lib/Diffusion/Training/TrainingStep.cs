using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>One step of training, done.</summary>
public sealed class TrainingStep
{
    private readonly Tensor _losses;

    internal TrainingStep(int number, int count, double learningRate, Tensor losses, int? stepsPerEpoch = null)
    {
        (Number, Count, LearningRate) = (number, count, learningRate);
        var epochSteps = stepsPerEpoch ?? count;
        (Epoch, EndsEpoch) = ((number - 1) / epochSteps, number % epochSteps == 0);
        _losses = losses;
    }

    /// <summary>Which step it was, from 1.</summary>
    public int Number { get; }

    /// <summary>How many steps there are.</summary>
    public int Count { get; }

    /// <summary>The epoch it belongs to, from 0; 0 where the training does not count epochs.</summary>
    public int Epoch { get; }

    /// <summary>Whether it is the last step of its epoch.</summary>
    public bool EndsEpoch { get; }

    /// <summary>The learning rate it was done with.</summary>
    public double LearningRate { get; }

    /// <summary>The loss before the step. Reading it waits for the device, so ask now and then and not at every step.</summary>
    public double Loss
    {
        get
        {
            using var loss = _losses[Number - 1];
            return loss.item<float>();
        }
    }
}

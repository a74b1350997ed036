namespace TorchSharp.Modules;

/// <summary>Base class of an optimizer's options; those left null are taken from the optimizer.</summary>
public class OptimizerOptions
{
    /// <summary>The learning rate.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The learning rate at the start.</summary>
    public double InitialLearningRate { get; set; }

    /// <summary>Copies the options of another optimizer.</summary>
    /// <param name="source">Its options.</param>
    public virtual void LoadStateDict(OptimizerOptions source)
    {
        InitialLearningRate = source.InitialLearningRate;
        LearningRate = source.LearningRate;
    }

    internal virtual void Complete(OptimizerOptions source) => LearningRate ??= source.LearningRate;
}

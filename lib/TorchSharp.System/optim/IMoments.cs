using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What Adam and AdamW remember of a parameter's gradients.</summary>
internal interface IMoments
{
    Tensor Mean { get; }

    Tensor MeanSquare { get; }

    /// <summary>Null where amsgrad is off.</summary>
    Tensor? LargestMeanSquare { get; }

    /// <summary>Counts a step and returns its number, from 1.</summary>
    long NextStep();
}

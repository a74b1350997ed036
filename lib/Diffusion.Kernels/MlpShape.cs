namespace Diffusion.Kernels;

/// <summary>Where the weights of a small network stand in one vector: the layers' weights and biases, then the step embeddings.</summary>
/// <param name="Inputs">The width of the input.</param>
/// <param name="Units">The width of the hidden layers.</param>
/// <param name="Hidden">The number of hidden layers, each followed by a ReLU.</param>
/// <param name="Outputs">The width of the output.</param>
/// <param name="Steps">The number of rows in each hidden layer's embedding, which is added before its ReLU; 0 without embeddings.</param>
internal sealed record MlpShape(int Inputs, int Units, int Hidden, int Outputs, int Steps)
{
    /// <summary>The number of weights without the embeddings.</summary>
    public int LayerCount => Bias(Hidden) + Outputs;

    /// <summary>The number of all weights.</summary>
    public int Count => LayerCount + Hidden * Steps * Units;

    /// <summary>The input's width of a layer; layer <see cref="Hidden"/> is the output.</summary>
    public int In(int layer) => layer == 0 ? Inputs : Units;

    /// <summary>The output's width of a layer.</summary>
    public int Out(int layer) => layer == Hidden ? Outputs : Units;

    /// <summary>Where a layer's weight begins, [Out, In] row by row.</summary>
    public int Weight(int layer) => layer == 0 ? 0 : Bias(layer - 1) + Out(layer - 1);

    /// <summary>Where a layer's bias begins.</summary>
    public int Bias(int layer) => layer == 0 ? Units * Inputs
        : Units * Inputs + Units + (layer - 1) * (Units * Units + Units) + Out(layer) * Units;

    /// <summary>Where a hidden layer's embedding begins, [Steps, Units] row by row.</summary>
    public int Embedding(int layer) => LayerCount + layer * Steps * Units;
}

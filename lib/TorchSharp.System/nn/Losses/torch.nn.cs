using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The squared error.</summary>
        /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
        public static MSELoss MSELoss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <summary>The absolute error.</summary>
        /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
        public static L1Loss L1Loss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <summary>The squared error up to β, the absolute one beyond.</summary>
        /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
        /// <param name="beta">Where the one turns into the other.</param>
        public static SmoothL1Loss SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1.0) => new(reduction, beta);

        /// <summary>The squared error up to δ, δ times the absolute one beyond.</summary>
        /// <param name="delta">Where the one turns into the other.</param>
        /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
        public static HuberLoss HuberLoss(double delta = 1.0, Reduction reduction = Reduction.Mean) => new(delta, reduction);

        /// <summary>The cross entropy of logits [N, C, …] and classes.</summary>
        /// <param name="weight">A factor for each class, or null.</param>
        /// <param name="ignore_index">A class that counts for nothing, or null.</param>
        /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
        public static CrossEntropyLoss CrossEntropyLoss(
            Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean) => new(weight, ignore_index, reduction);

        /// <summary>The negative log likelihood of log probabilities [N, C, …] and classes.</summary>
        /// <param name="weight">A factor for each class, or null.</param>
        /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
        public static NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

        /// <summary>The cross entropy of probabilities and binary targets.</summary>
        /// <param name="weight">A factor for each, or null.</param>
        /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
        public static BCELoss BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

        /// <summary>The cross entropy of logits and binary targets.</summary>
        /// <param name="weight">A factor for each, or null.</param>
        /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
        /// <param name="pos_weights">A factor for the positive examples, or null.</param>
        public static BCEWithLogitsLoss BCEWithLogitsLoss(
            Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) => new(weight, reduction, pos_weights);

        /// <summary>x where the target is 1, max(0, margin − x) where it is −1.</summary>
        /// <param name="margin">The margin.</param>
        /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
        public static HingeEmbeddingLoss HingeEmbeddingLoss(double margin = 1.0, Reduction reduction = Reduction.Mean) => new(margin, reduction);

        /// <summary>The Kullback-Leibler divergence of log probabilities from a target.</summary>
        /// <param name="log_target">Whether the target too is given by its logarithm.</param>
        /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
        public static KLDivLoss KLDivLoss(bool log_target = true, Reduction reduction = Reduction.Mean) => new(log_target, reduction);
    }
}

using TorchSharp.Engine;
namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The squared error.</summary>
            /// <param name="input">What was predicted.</param>
            /// <param name="target">What it should be.</param>
            /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Aten.mse_loss.Call(input, target, (long)reduction);

            /// <summary>The absolute error.</summary>
            /// <param name="input">What was predicted.</param>
            /// <param name="target">What it should be.</param>
            /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Aten.l1_loss.Call(input, target, (long)reduction);

            /// <summary>The squared error up to β, the absolute one beyond.</summary>
            /// <param name="input">What was predicted.</param>
            /// <param name="target">What it should be.</param>
            /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
            /// <param name="beta">Where the one turns into the other.</param>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0) =>
                Aten.smooth_l1_loss.Call(input, target, (long)reduction, beta);

            /// <summary>The squared error up to δ, δ times the absolute one beyond.</summary>
            /// <param name="input">What was predicted.</param>
            /// <param name="target">What it should be.</param>
            /// <param name="delta">Where the one turns into the other.</param>
            /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean) =>
                Aten.huber_loss.Call(input, target, (long)reduction, delta);

            /// <summary>The cross entropy of probabilities and binary targets.</summary>
            /// <param name="input">What was predicted.</param>
            /// <param name="target">What it should be.</param>
            /// <param name="weight">A factor for each, or null.</param>
            /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Aten.binary_cross_entropy.Call(input, target, weight, (long)reduction);

            /// <summary>The cross entropy of logits and binary targets.</summary>
            /// <param name="input">What was predicted.</param>
            /// <param name="target">What it should be.</param>
            /// <param name="weight">A factor for each, or null.</param>
            /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
            /// <param name="pos_weights">A factor for the positive examples, or null.</param>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                Aten.binary_cross_entropy_with_logits.Call(input, target, weight, pos_weights, (long)reduction);

            /// <summary>The cross entropy of logits [N, C, …] and classes [N, …], or class probabilities [N, C, …].</summary>
            /// <param name="input">What was predicted.</param>
            /// <param name="target">What it should be.</param>
            /// <param name="weight">A factor for each class, or null.</param>
            /// <param name="ignore_index">A class that counts for nothing.</param>
            /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
            /// <param name="label_smoothing">How much of each target is spread over all classes, 0..1.</param>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) =>
                Aten.cross_entropy_loss.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>The negative log likelihood of log probabilities [N, C, …] and classes [N, …].</summary>
            /// <param name="input">What was predicted.</param>
            /// <param name="target">What it should be.</param>
            /// <param name="weight">A factor for each class, or null.</param>
            /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Aten.nll_loss_nd.Call(input, target, weight, (long)reduction);

            /// <summary>x where the target is 1, max(0, margin − x) where it is −1.</summary>
            /// <param name="input">What was predicted.</param>
            /// <param name="target">What it should be.</param>
            /// <param name="margin">The margin.</param>
            /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
            public static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                Aten.hinge_embedding_loss.Call(input, target, margin, (long)reduction);

            /// <summary>The Kullback-Leibler divergence of log probabilities from a target.</summary>
            /// <param name="input">What was predicted.</param>
            /// <param name="target">What it should be.</param>
            /// <param name="log_target">Whether the target too is given by its logarithm.</param>
            /// <param name="reduction">Whether the mean, the sum or every single loss is returned.</param>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                Aten.kl_div.Call(input, target, (long)reduction, log_target);
        }
    }
}

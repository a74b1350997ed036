namespace TorchSharp.Modules;

public partial class Adam
{
    /// <summary>Adam's options; those left null are taken from the optimizer.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>The decay rate of the mean.</summary>
        public double? beta1;

        /// <summary>The decay rate of the mean square.</summary>
        public double? beta2;

        /// <summary>The factor of the squared weights in the loss.</summary>
        public double? weight_decay;

        /// <summary>Added to the root of the mean square.</summary>
        public double? eps;

        /// <summary>Whether the largest mean square so far is used.</summary>
        public bool? amsgrad;

        /// <summary>Whether the objective is to grow.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var other = (Options)source;
            (beta1, beta2, eps) = (other.beta1, other.beta2, other.eps);
            (weight_decay, amsgrad, maximize) = (other.weight_decay, other.amsgrad, other.maximize);
        }

        internal AdamRule Rule => new(
            LearningRate!.Value, beta1!.Value, beta2!.Value, eps!.Value, weight_decay ?? 0, Decoupled: false,
            amsgrad == true, maximize == true);

        internal override void Complete(OptimizerOptions source)
        {
            base.Complete(source);
            var defaults = (Options)source;
            beta1 ??= defaults.beta1;
            beta2 ??= defaults.beta2;
            eps ??= defaults.eps;
            weight_decay ??= defaults.weight_decay;
            amsgrad ??= defaults.amsgrad;
            maximize ??= defaults.maximize;
        }
    }
}

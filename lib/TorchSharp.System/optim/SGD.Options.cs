namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>SGD's options; those left null are taken from the optimizer.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>How much of the last step is repeated.</summary>
        public double? momentum;

        /// <summary>How much of the gradient the momentum leaves out.</summary>
        public double? dampening;

        /// <summary>The factor of the squared weights in the loss.</summary>
        public double? weight_decay;

        /// <summary>Whether the momentum is Nesterov's.</summary>
        public bool? nesterov;

        /// <summary>Whether the objective is to grow.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var other = (Options)source;
            (momentum, dampening, weight_decay) = (other.momentum, other.dampening, other.weight_decay);
            (nesterov, maximize) = (other.nesterov, other.maximize);
        }

        internal override void Complete(OptimizerOptions source)
        {
            base.Complete(source);
            var defaults = (Options)source;
            momentum ??= defaults.momentum;
            dampening ??= defaults.dampening;
            weight_decay ??= defaults.weight_decay;
            nesterov ??= defaults.nesterov;
            maximize ??= defaults.maximize;
        }
    }
}

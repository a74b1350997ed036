using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Adam
{
    /// <summary>What Adam remembers of a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public sealed class State(Parameter parameter) : OptimizerState(parameter), IDisposable, IMoments
    {
        /// <summary>How many steps the parameter has seen.</summary>
        public long step;

        /// <summary>The decaying mean of the gradients.</summary>
        public Tensor exp_avg = null!;

        /// <summary>The decaying mean of the squared gradients.</summary>
        public Tensor exp_avg_sq = null!;

        /// <summary>The largest of those so far, or null where amsgrad is off.</summary>
        public Tensor? max_exp_avg_sq;

        Tensor IMoments.Mean => exp_avg;

        Tensor IMoments.MeanSquare => exp_avg_sq;

        Tensor? IMoments.LargestMeanSquare => max_exp_avg_sq;

        long IMoments.NextStep() => ++step;

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            exp_avg = Keep(zeros_like(Parameter));
            exp_avg_sq = Keep(zeros_like(Parameter));
            max_exp_avg_sq = ((Options)options).amsgrad == true ? Keep(zeros_like(Parameter)) : null;
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            exp_avg = Copy(exp_avg, other.exp_avg);
            exp_avg_sq = Copy(exp_avg_sq, other.exp_avg_sq);
            max_exp_avg_sq = Copy(max_exp_avg_sq, other.max_exp_avg_sq);
        }

        /// <inheritdoc/>
        public override void to(Device device)
        {
            exp_avg = Move(exp_avg, device);
            exp_avg_sq = Move(exp_avg_sq, device);
            max_exp_avg_sq = Move(max_exp_avg_sq, device);
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step && Close(exp_avg, state.exp_avg) && Close(exp_avg_sq, state.exp_avg_sq)
            && Close(max_exp_avg_sq, state.max_exp_avg_sq);

        /// <summary>Frees the tensors.</summary>
        public void Dispose()
        {
            exp_avg?.Dispose();
            exp_avg_sq?.Dispose();
            max_exp_avg_sq?.Dispose();
        }
    }
}

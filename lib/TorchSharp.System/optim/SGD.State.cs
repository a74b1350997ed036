using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>What SGD remembers of a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public sealed class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        /// <summary>The decaying sum of the gradients; null before the first step and without momentum.</summary>
        public Tensor? momentum_buffer;

        internal void Start(Tensor gradient) => momentum_buffer = Keep(gradient.clone());

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            momentum_buffer = null;
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source) => momentum_buffer = Copy(momentum_buffer, ((State)source).momentum_buffer);

        /// <inheritdoc/>
        public override void to(Device device) => momentum_buffer = Move(momentum_buffer, device);

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && Close(momentum_buffer, state.momentum_buffer);

        /// <summary>Frees the tensor.</summary>
        public void Dispose() => momentum_buffer?.Dispose();
    }
}

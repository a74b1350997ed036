using TorchSharp.Engine;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What is done to all parameters of a module at once.</summary>
        public static partial class utils
        {
            /// <summary>Scales the gradients down so that their common norm is at most a bound, and returns the norm before.</summary>
            /// <param name="tensors">The parameters; those without a gradient are passed over.</param>
            /// <param name="max_norm">The bound.</param>
            /// <param name="norm_type">The exponent of the norm; infinity takes the largest element.</param>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                var gradients = Gradients(tensors);
                if (gradients.Length == 0) return 0;
                // One number comes back to the host, not one for each parameter; so a norm within the bound costs no multiplication.
                var norms = stack(Foreach.Norm(gradients, norm_type));
                var norm = Aten.linalg_vector_norm.Call(norms, norm_type).item<float>();
                var scale = max_norm / (norm + 1e-6);
                if (scale < 1 || double.IsNaN(scale)) Foreach.Mul_(gradients, scale);
                return norm;
            }

            /// <summary>Holds every element of the gradients within ± a bound.</summary>
            /// <param name="tensors">The parameters; those without a gradient are passed over.</param>
            /// <param name="clip_value">The bound.</param>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                foreach (var gradient in Gradients(tensors)) gradient.clamp_(-clip_value, clip_value);
            }

            /// <summary>All parameters in one vector, a copy.</summary>
            /// <param name="tensors">The parameters.</param>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return cat(tensors.Select(p => p.reshape(-1)).ToArray()).MoveToOuterDisposeScope();
            }

            /// <summary>Sets the parameters from one vector; each becomes a view of its part.</summary>
            /// <param name="vec">The vector.</param>
            /// <param name="tensors">The parameters.</param>
            /// <exception cref="ArgumentException">The vector is not as long as the parameters together.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                var parameters = tensors.ToList();
                var total = parameters.Sum(p => p.numel());
                if (vec.numel() != total) throw new ArgumentException($"The vector has {vec.numel()} elements, the parameters {total}.");
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                var start = 0L;
                foreach (var parameter in parameters)
                {
                    parameter.SetData(vec.narrow(0, start, parameter.numel()).view(parameter.shape));
                    start += parameter.numel();
                }
            }

            private static Tensor[] Gradients(IEnumerable<Parameter> tensors) => tensors.Select(p => p.grad).OfType<Tensor>().ToArray();
        }
    }
}

using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Automatic differentiation.</summary>
    public static partial class autograd
    {
        /// <summary>Accumulates the gradients of tensors into the leaves that they depend on.</summary>
        public static unsafe void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            nint[] outputs = Handles(tensors), grads = Handles(grad_tensors), leaves = Handles(inputs);
            if (grads.Length != 0 && grads.Length != outputs.Length)
            {
                throw new ArgumentException($"{outputs.Length} tensors need as many gradients, not {grads.Length}.", nameof(grad_tensors));
            }
            fixed (nint* output = outputs, grad = grads, leaf = leaves)
            {
                Bridge.Check(Bridge.bridge_backward(
                    output, outputs.Length, grad, grads.Length, (retain_graph ?? create_graph) ? 1 : 0, create_graph ? 1 : 0, leaf, leaves.Length));
            }
            GC.KeepAlive((tensors, grad_tensors, inputs));
        }

        /// <summary>Accumulates the gradient of a tensor into the leaves that it depends on.</summary>
        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        /// <summary>Accumulates the gradient of a tensor into the leaves that it depends on.</summary>
        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        /// <summary>The gradients of outputs with respect to inputs, which are left as they are.</summary>
        /// <param name="outputs">What is differentiated.</param>
        /// <param name="inputs">What it is differentiated by.</param>
        /// <param name="grad_outputs">The gradient at each output; outputs of one number need none.</param>
        /// <param name="retain_graph">Whether the graph is kept for another pass.</param>
        /// <param name="create_graph">Whether the pass itself is recorded, for higher derivatives.</param>
        /// <param name="allow_unused">Whether an input may have no part in the outputs; its gradient is then null.</param>
        public static unsafe IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            nint[] from = Handles(outputs), to = Handles(inputs), grads = Handles(grad_outputs), results = new nint[inputs.Count];
            if (grads.Length != 0 && grads.Length != from.Length)
            {
                throw new ArgumentException($"{from.Length} outputs need as many gradients, not {grads.Length}.", nameof(grad_outputs));
            }
            fixed (nint* output = from, input = to, grad = grads, result = results)
            {
                Bridge.Check(Bridge.bridge_gradients(
                    output, from.Length, input, to.Length, grad, grads.Length,
                    retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, result));
            }
            GC.KeepAlive((outputs, inputs, grad_outputs));
            return Array.ConvertAll(results, handle => Result.Optional(handle)!);
        }

        private static nint[] Handles(IList<Tensor>? tensors)
        {
            var handles = tensors is null or [] ? [] : new nint[tensors.Count];
            for (var i = 0; i < handles.Length; i++)
            {
                handles[i] = tensors![i]?.Handle ?? 0;
            }
            return handles;
        }
    }
}

using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether autograd records what is done with the tensor.</summary>
        public bool requires_grad
        {
            get => Info.RequiresGrad != 0;
            set
            {
                Bridge.Check(Bridge.bridge_set_requires_grad(Handle, value ? 1 : 0));
                GC.KeepAlive(this);
            }
        }

        /// <summary>Whether the tensor was made by the user rather than by a recorded operator.</summary>
        public bool is_leaf => Info.IsLeaf != 0;

        /// <summary>Sets whether autograd records what is done with the tensor, and returns it.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Sets whether autograd records what is done with the tensor, and returns it.</summary>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>The gradient that backward has accumulated here; null before the first backward.</summary>
        public Tensor? grad
        {
            get
            {
                Bridge.Check(Bridge.bridge_grad(Handle, out var gradient));
                GC.KeepAlive(this);
                return Result.Optional(gradient);
            }
            set
            {
                Bridge.Check(Bridge.bridge_set_grad(Handle, value?.Handle ?? 0));
                GC.KeepAlive(this);
                GC.KeepAlive(value);
            }
        }

        /// <summary>Keeps the gradient of a tensor that is not a leaf.</summary>
        public void retain_grad()
        {
            Bridge.Check(Bridge.bridge_retain_grad(Handle));
            GC.KeepAlive(this);
        }

        /// <summary>Accumulates the gradient of this one number into every leaf that it depends on.</summary>
        public void backward() => autograd.backward(this, (IList<Tensor>?)null);

        /// <summary>Accumulates the gradient of this tensor into the leaves that it depends on.</summary>
        /// <param name="grad_tensors">The gradient at this tensor; one number needs none.</param>
        /// <param name="retain_graph">Whether the graph is kept for another pass.</param>
        /// <param name="create_graph">Whether the pass itself is recorded, for higher derivatives.</param>
        /// <param name="inputs">The leaves to accumulate into; all of them by default.</param>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward(this, grad_tensors, retain_graph, create_graph, inputs);

        /// <summary>The same elements, outside of any graph.</summary>
        public Tensor detach() => Aten.detach.Call(this);

        /// <summary>Takes the tensor out of its graph.</summary>
        public Tensor detach_() => Aten.detach_.CallInPlace(this, this);

        /// <summary>Takes over the data of another tensor; the object and its place in optimisers stay.</summary>
        internal void SetData(Tensor source)
        {
            Bridge.Check(Bridge.bridge_set_data(Handle, source.Handle));
            GC.KeepAlive(this);
            GC.KeepAlive(source);
        }
    }
}

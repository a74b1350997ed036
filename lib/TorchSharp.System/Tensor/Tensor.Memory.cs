using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A copy.</summary>
        public Tensor clone() => Aten.clone.Call(this);

        /// <summary>Overwrites the elements with those of another tensor.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false) =>
            Aten.copy_.CallInPlace(this, this, source, nonBlocking);

        /// <summary>Fills with a number.</summary>
        public Tensor fill_(Scalar value) => Aten.fill__Scalar.CallInPlace(this, this, value);

        /// <summary>A copy in memory that a GPU can read directly.</summary>
        public Tensor pin_memory() => Aten.pin_memory.Call(this);

        /// <summary>The tensor with its conjugation carried out.</summary>
        public Tensor resolve_conj() => Aten.resolve_conj.Call(this);

        /// <summary>The tensor with its negation carried out.</summary>
        public Tensor resolve_neg() => Aten.resolve_neg.Call(this);

        /// <summary>Takes over the storage of another tensor.</summary>
        public Tensor set_(Tensor source) => Aten.set__source_Tensor.CallInPlace(this, this, source);

        /// <summary>A sparse tensor in full.</summary>
        public Tensor to_dense() => Aten.to_dense.Call(this);

        /// <summary>The tensor, with only what is not zero stored.</summary>
        public Tensor to_sparse() => Aten.to_sparse.Call(this);

        /// <summary>The tensor, with only what is not zero stored.</summary>
        public Tensor to_sparse(int sparse_dim) => Aten.to_sparse_sparse_dim.Call(this, sparse_dim);

        /// <summary>Fills with zeros.</summary>
        public Tensor zero_() => Aten.zero_.CallInPlace(this, this);
    }
}

using System.Runtime.CompilerServices;
using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Part of the tensor, a view where libtorch can give one; assigning copies into it.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => Indexer.Get(this, indices);
            set => Indexer.Set(this, indices, value);
        }

        /// <summary>The elements at the positions that tensors list, one tensor a dimension.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>The element or part at a position.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => Indexer.Get(this, Array.ConvertAll(indices, TensorIndex.FromLong));
            set => Indexer.Set(this, Array.ConvertAll(indices, TensorIndex.FromLong), value);
        }

        /// <summary>The part at a position of the first dimension.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => Indexer.Get(this, [i1]);
            set => Indexer.Set(this, [i1], value);
        }

        /// <summary>The element or part at a position of the first two dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => Indexer.Get(this, [i1, i2]);
            set => Indexer.Set(this, [i1, i2], value);
        }

        /// <summary>The element or part at a position of the first three dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => Indexer.Get(this, [i1, i2, i3]);
            set => Indexer.Set(this, [i1, i2, i3], value);
        }

        /// <summary>The element or part at a position of the first four dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => Indexer.Get(this, [i1, i2, i3, i4]);
            set => Indexer.Set(this, [i1, i2, i3, i4], value);
        }

        /// <summary>Part of the tensor.</summary>
        public Tensor index(params TensorIndex[] indices) => Indexer.Get(this, indices);

        /// <summary>The elements at the positions that tensors list, one tensor a dimension.</summary>
        public Tensor index(params Tensor[] indices) =>
            Aten.index_Tensor.Over(indices, (op, list) => op.Call(this, list));

        /// <summary>Writes values into part of the tensor.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            Indexer.Set(this, indices, value);
            return this;
        }

        /// <summary>Writes a number into part of the tensor.</summary>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var number = Indexer.Like(this, value);
            return index_put_(number, indices);
        }

        /// <summary>Writes values at the positions that tensors list.</summary>
        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);

        /// <summary>Writes a number at the positions that tensors list.</summary>
        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using var number = Indexer.Like(this, value);
            return index_put_(number, indices, false);
        }

        /// <summary>Writes values into part of the tensor, or adds them to what is there.</summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            Indexer.Set(this, indices, value, accumulate);
            return this;
        }

        /// <summary>Writes values at the positions that tensors list, or adds them to what is there.</summary>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false)
        {
            Aten.index_put_.Over(indices, (op, list) => op.CallInPlace(this, this, list, value, accumulate));
            return this;
        }
    }
}

using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Elements picked along a dimension by index.</summary>
        public Tensor gather(long dim, Tensor index) => Aten.gather.Call(this, dim, index);

        /// <summary>A copy with parts added at indices along a dimension.</summary>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Aten.index_add.Call(this, dim, index, source, alpha);

        /// <summary>Overwrites in place: parts added at indices along a dimension.</summary>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Aten.index_add_.CallInPlace(this, this, dim, index, source, alpha);

        /// <summary>A copy with parts overwritten at indices along a dimension.</summary>
        public Tensor index_copy(long dim, Tensor index, Tensor source) =>
            Aten.index_copy.Call(this, dim, index, source);

        /// <summary>Overwrites in place: parts overwritten at indices along a dimension.</summary>
        public Tensor index_copy_(long dim, Tensor index, Tensor source) =>
            Aten.index_copy_.CallInPlace(this, this, dim, index, source);

        /// <summary>A copy with a number at indices along a dimension.</summary>
        public Tensor index_fill(long dim, Tensor index, Scalar value) =>
            Aten.index_fill_int_Scalar.Call(this, dim, index, value);

        /// <summary>Overwrites in place: a number at indices along a dimension.</summary>
        public Tensor index_fill_(long dim, Tensor index, Scalar value) =>
            Aten.index_fill__int_Scalar.CallInPlace(this, this, dim, index, value);

        /// <summary>The parts at indices along a dimension.</summary>
        public Tensor index_select(long dim, Tensor index) => Aten.index_select.Call(this, dim, index);

        /// <summary>A copy with a number where a mask is true.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => Aten.masked_fill_Scalar.Call(this, mask, value);

        /// <summary>Overwrites in place: a number where a mask is true.</summary>
        public Tensor masked_fill_(Tensor mask, Scalar value) =>
            Aten.masked_fill__Scalar.CallInPlace(this, this, mask, value);

        /// <summary>A copy with elements taken in order where a mask is true.</summary>
        public Tensor masked_scatter(Tensor mask, Tensor value) => Aten.masked_scatter.Call(this, mask, value);

        /// <summary>Overwrites in place: elements taken in order where a mask is true.</summary>
        public Tensor masked_scatter_(Tensor mask, Tensor value) =>
            Aten.masked_scatter_.CallInPlace(this, this, mask, value);

        /// <summary>The elements where a mask is true.</summary>
        public Tensor masked_select(Tensor mask) => Aten.masked_select.Call(this, mask);

        /// <summary>A copy with elements written along a dimension by index.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src) => Aten.scatter_src.Call(this, dim, index, src);

        /// <summary>Overwrites in place: elements written along a dimension by index.</summary>
        public Tensor scatter_(long dim, Tensor index, Tensor src) =>
            Aten.scatter__src.CallInPlace(this, this, dim, index, src);

        /// <summary>A copy with elements added along a dimension by index.</summary>
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Aten.scatter_add.Call(this, dim, index, src);

        /// <summary>Overwrites in place: elements added along a dimension by index.</summary>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) =>
            Aten.scatter_add_.CallInPlace(this, this, dim, index, src);

        /// <summary>The elements at indices counted through all elements.</summary>
        public Tensor take(Tensor index) => Aten.take.Call(this, index);

        /// <summary>Elements picked along a dimension by index.</summary>
        public Tensor take_along_dim(Tensor indices) => Aten.take_along_dim.Call(this, indices);

        /// <summary>Elements picked along a dimension by index.</summary>
        public Tensor take_along_dim(Tensor indices, long dim) => Aten.take_along_dim.Call(this, indices, dim);

        /// <summary>Elements of one tensor where a condition holds, of the other elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => Aten.where_self.Call(condition, this, y);
    }
}

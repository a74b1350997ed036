using TorchSharp.Engine;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The dimensions in reverse order: a matrix transposed.</summary>
        public Tensor T => Aten.numpy_T.Call(this);

        /// <summary>The last two dimensions exchanged.</summary>
        public Tensor mT => Aten.mT.Call(this);

        /// <summary>A matrix transposed and conjugated.</summary>
        public Tensor H => Aten.matrix_H.Call(this);

        /// <summary>The last two dimensions exchanged and conjugated.</summary>
        public Tensor mH => Aten.mH.Call(this);

        /// <summary>A view of the real parts.</summary>
        public Tensor real => is_complex() ? Aten.real.Call(this) : this;

        /// <summary>A view of the imaginary parts.</summary>
        public Tensor imag => Aten.imag.Call(this);

        /// <summary>Whether the elements are to be read as their conjugates.</summary>
        public bool is_conj() => Aten.is_conj.CallBool(this);

        /// <summary>Whether the elements are to be read as their negatives.</summary>
        public bool is_neg() => Aten.is_neg.CallBool(this);

        /// <summary>Whether the one element is not zero.</summary>
        public bool is_nonzero() => Aten.is_nonzero.CallBool(this);

        /// <summary>Whether the memory is such that a GPU can read it directly.</summary>
        public bool is_pinned() => device_type == DeviceType.CPU && cuda_is_available() && Aten.is_pinned.CallBool(this);

        /// <summary>For each dimension, the indices of the elements that are not zero.</summary>
        public IList<Tensor> nonzero_as_list() => Aten.nonzero_numpy.CallList(this);

        /// <summary>Values for the indices of a sparse tensor.</summary>
        public Tensor SparseValues => Aten._values.Call(this);

        /// <summary>Indices of a sparse tensor, a column each.</summary>
        public Tensor SparseIndices => Aten._indices.Call(this);

        /// <summary>The elements as nested lists, or the one element of a tensor without dimensions.</summary>
        public object tolist()
        {
            if (ndim == 0)
            {
                return Boxed(ToScalar());
            }
            using var scope = NewDisposeScope();
            return unbind().Select(part => part.tolist()).ToList();
        }

        private static object Boxed(Scalar value) => value.Type switch
        {
            ScalarType.Float64 => value.AsDouble(),
            ScalarType.Bool => value.AsDouble() != 0,
            ScalarType.ComplexFloat64 => value.AsComplex(),
            _ => value.AsLong(),
        };
    }
}

using TorchSharp.Engine;

namespace TorchSharp;

// The members that take several lists, or pick an operator by what they are given.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A view of the storage with sizes and strides of its own.</summary>
        public unsafe Tensor as_strided(long[] size, long[] strides, long storageOffset = 0)
        {
            fixed (long* first = size, second = strides)
            {
                return Aten.as_strided.Call(this, Arg.List(first, size.Length), Arg.List(second, strides.Length), storageOffset);
            }
        }

        /// <summary>Dimensions moved to other places.</summary>
        public unsafe Tensor movedim(long[] source, long[] destination)
        {
            fixed (long* first = source, second = destination)
            {
                return Aten.movedim_intlist.Call(this, Arg.List(first, source.Length), Arg.List(second, destination.Length));
            }
        }

        /// <summary>The elements moved round along dimensions.</summary>
        public unsafe Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default)
        {
            fixed (long* first = shifts, second = dims)
            {
                return Aten.roll.Call(this, Arg.List(first, shifts.Length), Arg.List(second, dims.Length));
            }
        }

        /// <summary>Products summed over dimensions of both.</summary>
        public unsafe Tensor tensordot(Tensor b, long[] dims1, long[] dims2)
        {
            fixed (long* first = dims1, second = dims2)
            {
                return Aten.tensordot.Call(this, b, Arg.List(first, dims1.Length), Arg.List(second, dims2.Length));
            }
        }

        private long[] LastDimensions(long count) => [.. Enumerable.Range(0, (int)count).Select(i => ndim - count + i)];

        private static long[] FirstDimensions(long count) => [.. Enumerable.Range(0, (int)count).Select(i => (long)i)];

        /// <summary>A dimension cut into several; one of them may be -1, for what is left.</summary>
        public Tensor unflatten(long dim, params long[] sizes)
        {
            var before = shape;
            var place = (int)(dim < 0 ? dim + before.Length : dim);
            if (place < 0 || place >= before.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(dim), dim, $"The tensor has {before.Length} dimensions.");
            }
            var known = sizes.Where(size => size != -1).Aggregate(1L, (product, size) => product * size);
            var filled = Array.ConvertAll(sizes, size => size == -1 && known != 0 ? before[place] / known : size);
            if (filled.Aggregate(1L, (product, size) => product * size) != before[place])
            {
                throw new ArgumentException(
                    $"Dimension {dim} has length {before[place]}, which [{string.Join(", ", sizes)}] does not make up.", nameof(sizes));
            }
            return view([.. before[..place], .. filled, .. before[(place + 1)..]]);
        }

        /// <summary>Elements picked along a dimension by index.</summary>
        public Tensor take_along_dim(IEnumerable<long> indices) => take_along_dim(torch.tensor(indices.ToArray(), device: device));

        /// <summary>Elements picked along a dimension by index.</summary>
        public Tensor take_along_dim(IEnumerable<long> indices, long dim) =>
            take_along_dim(torch.tensor(indices.ToArray(), device: device), dim);

        /// <summary>The distinct elements; on request where each element went and how often each occurs.</summary>
        public (Tensor output, Tensor inverse_indices, Tensor counts) unique(bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            dim is int one
                ? Aten.unique_dim.CallTriple(this, one, sorted, return_inverse, return_counts)
                : Aten._unique2.CallTriple(this, sorted, return_inverse, return_counts);

        /// <summary>The elements without repetitions in a row.</summary>
        public (Tensor output, Tensor inverse_indices, Tensor counts) unique_consecutive(bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            Aten.unique_consecutive.CallTriple(this, return_inverse, return_counts, dim is int one ? (Arg)one : Arg.None);

        /// <summary>The Vandermonde matrix of a vector.</summary>
        public Tensor vander(long N = -1, bool increasing = false)
        {
            var powers = N < 0 ? numel() : N;
            using var exponents = increasing ? arange(0, powers, device: device) : arange(powers - 1, -1, -1, device: device);
            using var column = unsqueeze(-1);
            return column.pow(exponents);
        }
    }
}

namespace TorchSharp;

public static partial class torch
{
    /// <summary>One position of an index: a number, a range, a mask, a new axis, the rest.</summary>
    public struct TensorIndex
    {
        internal enum Kind
        {
            None,
            Single,
            Slice,
            Ellipsis,
            Bool,
            Tensor,
        }

        internal Kind kind;
        internal long? first;
        internal long? last;
        internal long? step;
        internal Tensor? tensor;

        /// <summary>Every position of a dimension, as ':' in Python.</summary>
        public static readonly TensorIndex Colon = Slice((long?)null);

        /// <summary>As many whole dimensions as are left, as '...' in Python.</summary>
        public static readonly TensorIndex Ellipsis = new() { kind = Kind.Ellipsis };

        /// <summary>A new dimension of length one, as None in Python.</summary>
        public static readonly TensorIndex None = new() { kind = Kind.None };

        /// <summary>A new dimension of length one.</summary>
        public static readonly TensorIndex Null = None;

        /// <summary>Positions from start (inclusive) to stop (exclusive).</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { kind = Kind.Slice, first = start, last = stop, step = step };

        /// <summary>Positions from the first number (inclusive) to the second (exclusive).</summary>
        public static TensorIndex Slice((int? start, int? stop) range) => Slice(range.start, range.stop);

        /// <summary>The positions of a range.</summary>
        public static TensorIndex Slice(Range range)
        {
            long? stop = range.End.IsFromEnd ? (range.End.Value == 0 ? null : -range.End.Value) : range.End.Value;
            return Slice(range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value, stop);
        }

        /// <summary>Everything or nothing, along a new dimension.</summary>
        public static TensorIndex Bool(bool value) => new() { kind = Kind.Bool, first = value ? 1 : 0 };

        /// <summary>One position, counted from the end if negative; null is a new dimension.</summary>
        public static TensorIndex Single(long? index) => index is null ? None : new() { kind = Kind.Single, first = index };

        /// <summary>The positions that a tensor of integers lists, or that a tensor of truth values marks.</summary>
        public static TensorIndex Tensor(Tensor tensor)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            return new() { kind = Kind.Tensor, tensor = tensor };
        }

        /// <summary>One position.</summary>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>One position, perhaps counted from the end.</summary>
        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);

        /// <summary>The positions of a range.</summary>
        public static implicit operator TensorIndex(Range range) => Slice(range);

        /// <summary>The positions of a range.</summary>
        public static implicit operator TensorIndex((int? start, int? stop) range) => Slice(range);

        internal static TensorIndex FromLong(long value) => Single(value);

        /// <summary>The tensor of an index that is one.</summary>
        public static implicit operator Tensor(TensorIndex value) => value.kind == Kind.Tensor
            ? value.tensor!
            : throw new InvalidCastException($"The index is of kind {value.kind}, not a tensor.");
    }
}

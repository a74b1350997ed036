using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A shape.</summary>
    public struct Size : IEnumerable<long>
    {
        private readonly long[]? shape;

        /// <summary>The shape of a single number.</summary>
        public static readonly Size Empty = new((long[])[]);

        /// <summary>A shape of these lengths.</summary>
        public Size(long[] shape) => this.shape = [.. shape];

        /// <summary>A shape of these lengths.</summary>
        public Size(int[] shape) => this.shape = Array.ConvertAll(shape, length => (long)length);

        /// <summary>A shape of these lengths.</summary>
        public Size(IEnumerable<long> shape) => this.shape = [.. shape];

        /// <summary>One dimension.</summary>
        public Size(long size) => shape = [size];

        /// <summary>One dimension.</summary>
        public Size(int size) => shape = [size];

        /// <summary>Two dimensions.</summary>
        public Size((long, long) size) => shape = [size.Item1, size.Item2];

        /// <summary>Three dimensions.</summary>
        public Size((long, long, long) size) => shape = [size.Item1, size.Item2, size.Item3];

        /// <summary>Four dimensions.</summary>
        public Size((long, long, long, long) size) => shape = [size.Item1, size.Item2, size.Item3, size.Item4];

        /// <summary>Five dimensions.</summary>
        public Size((long, long, long, long, long) size) => shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        /// <summary>Six dimensions.</summary>
        public Size((long, long, long, long, long, long) size) => shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        /// <summary>Two dimensions.</summary>
        public Size((int, int) size) => shape = [size.Item1, size.Item2];

        /// <summary>Three dimensions.</summary>
        public Size((int, int, int) size) => shape = [size.Item1, size.Item2, size.Item3];

        /// <summary>Four dimensions.</summary>
        public Size((int, int, int, int) size) => shape = [size.Item1, size.Item2, size.Item3, size.Item4];

        /// <summary>Five dimensions.</summary>
        public Size((int, int, int, int, int) size) => shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        /// <summary>Six dimensions.</summary>
        public Size((int, int, int, int, int, int) size) => shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        /// <summary>The length of each dimension.</summary>
        public long[] Shape => shape ?? [];

        /// <summary>The number of dimensions.</summary>
        public int Length => Shape.Length;

        /// <summary>Whether there are no dimensions.</summary>
        public bool IsEmpty => Shape.Length == 0;

        /// <summary>Whether it is the shape of a single number.</summary>
        public bool IsScalar => Shape.Length == 0;

        /// <summary>The length of a dimension.</summary>
        public long this[int idx] => Shape[idx];

        /// <summary>The length of a dimension.</summary>
        public long this[long idx] => Shape[idx];

        /// <summary>The number of elements.</summary>
        public long numel() => Shape.Aggregate(1L, (product, length) => product * length);

        /// <summary>The first dimensions.</summary>
        public IEnumerable<long> Take(int i) => Shape.Take(i);

        /// <summary>The dimensions from one (inclusive) to another (exclusive).</summary>
        public Size Slice(int first, int next) => new(Shape[first..next]);

        /// <inheritdoc/>
        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shape).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is Size other && this == other;

        /// <inheritdoc/>
        public override int GetHashCode() => Shape.Aggregate(17, HashCode.Combine);

        /// <summary>Whether both have the same dimensions.</summary>
        public static bool operator ==(Size left, Size right) => left.Shape.AsSpan().SequenceEqual(right.Shape);

        /// <summary>Whether the dimensions differ.</summary>
        public static bool operator !=(Size left, Size right) => !(left == right);

        /// <summary>The dimensions of both, one after the other.</summary>
        public static Size operator +(Size left, Size right) => new([.. left.Shape, .. right.Shape]);

        /// <summary>The dimensions of both, one after the other.</summary>
        public static Size operator +(Size left, IEnumerable<long> right) => new([.. left.Shape, .. right]);

        /// <summary>A shape of these lengths.</summary>
        public static implicit operator Size(long[] size) => new(size);

        /// <summary>One dimension.</summary>
        public static implicit operator Size(long size) => new(size);

        /// <summary>Two dimensions.</summary>
        public static implicit operator Size((long, long) size) => new(size);

        /// <summary>Three dimensions.</summary>
        public static implicit operator Size((long, long, long) size) => new(size);

        /// <summary>Four dimensions.</summary>
        public static implicit operator Size((long, long, long, long) size) => new(size);

        /// <summary>Five dimensions.</summary>
        public static implicit operator Size((long, long, long, long, long) size) => new(size);

        /// <summary>Six dimensions.</summary>
        public static implicit operator Size((long, long, long, long, long, long) size) => new(size);
    }
}

namespace Diffusion.Kernels;

/// <summary>A vector of float32, as long as the processor has them: what the kernels are written in.</summary>
/// <remarks>
/// .NET's own <c>Vector512</c> works where the processor has half as long registers, but takes the compiler's budget for inlining twice.
/// Methods that hold a loop over vectors are never inlined themselves: in a large caller the budget would run out, and the rest of the
/// loop's operations would become calls through memory.
/// </remarks>
internal unsafe interface ILanes<TSelf> where TSelf : struct, ILanes<TSelf>
{
    /// <summary>How many elements.</summary>
    static abstract int Count { get; }

    /// <summary>The elements from an address on.</summary>
    static abstract TSelf Load(float* from);

    /// <summary>The elements from a place on.</summary>
    static abstract TSelf Load(ref float from, nint offset = 0);

    /// <summary>One number in all places.</summary>
    static abstract TSelf Create(float value);

    /// <summary>x·y + z, rounded once.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf x, TSelf y, TSelf z);

    /// <summary>The larger ones; NaN where either is.</summary>
    static abstract TSelf Max(TSelf x, TSelf y);

    /// <summary>The larger ones; where one is NaN, the second.</summary>
    static abstract TSelf MaxNative(TSelf x, TSelf y);

    /// <summary>|x|.</summary>
    static abstract TSelf Abs(TSelf x);

    /// <summary>The nearest whole numbers.</summary>
    static abstract TSelf Round(TSelf x);

    /// <summary>2ᵏ of whole numbers k from −126 to 127.</summary>
    static abstract TSelf PowerOfTwo(TSelf k);

    /// <summary>All bits where x is greater than y.</summary>
    static abstract TSelf GreaterThan(TSelf x, TSelf y);

    /// <summary>All bits where x equals y.</summary>
    static abstract TSelf Equals(TSelf x, TSelf y);

    /// <summary>x where the bits are set, else y.</summary>
    static abstract TSelf Select(TSelf bits, TSelf x, TSelf y);

    /// <summary>x where the bits are not set, else 0.</summary>
    static abstract TSelf AndNot(TSelf x, TSelf bits);

    /// <summary>The sum of the elements.</summary>
    static abstract float Sum(TSelf x);

    /// <summary>The largest element.</summary>
    static abstract float Largest(TSelf x);

    static abstract TSelf operator +(TSelf x, TSelf y);

    static abstract TSelf operator -(TSelf x, TSelf y);

    static abstract TSelf operator *(TSelf x, TSelf y);

    static abstract TSelf operator /(TSelf x, TSelf y);

    static abstract TSelf operator &(TSelf x, TSelf y);

    static abstract TSelf operator -(TSelf x);

    /// <summary>Writes the elements.</summary>
    void Store(float* to);

    /// <summary>Writes the elements.</summary>
    void Store(ref float to, nint offset = 0);
}

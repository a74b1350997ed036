using System.Collections.Immutable;
using System.Globalization;
using static TorchSharp.torch;

namespace Diffusion.Charts;

/// <summary>
/// A series of numbers, checked once: at least one, and every one finite. Arrays, lists and tensors convert to it
/// by themselves.
/// </summary>
public sealed class Values
{
    private readonly double[] _values;

    /// <summary>Takes numbers.</summary>
    /// <param name="values">The numbers.</param>
    /// <exception cref="ArgumentException">There is no number, or one is not finite.</exception>
    public Values(IEnumerable<double> values)
    {
        _values = [.. values];
        if (_values.Length == 0)
            throw new ArgumentException("A series needs at least one value, and this one is empty.", nameof(values));
        var wrong = Array.FindIndex(_values, value => !double.IsFinite(value));
        if (wrong >= 0)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Value {wrong} of {_values.Length} is {_values[wrong]}: only finite numbers can be drawn. ")
                + "Did a training or sampling run diverge there?", nameof(values));
        }
    }

    /// <summary>How many numbers there are.</summary>
    public int Count => _values.Length;

    /// <summary>The number at a place.</summary>
    /// <param name="index">From 0.</param>
    public double this[int index] => _values[index];

    /// <summary>The numbers.</summary>
    public ReadOnlySpan<double> Span => _values;

    /// <summary>Takes single-precision numbers.</summary>
    /// <param name="values">The numbers.</param>
    public static Values Of(IEnumerable<float> values) => new(values.Select(value => (double)value));

    /// <summary>Takes double-precision numbers.</summary>
    /// <param name="values">The numbers.</param>
    public static Values Of(IEnumerable<double> values) => new(values);

    /// <summary>Takes an array.</summary>
    /// <param name="values">The numbers.</param>
    public static implicit operator Values(double[] values) => Of(values);

    /// <summary>Takes an array.</summary>
    /// <param name="values">The numbers.</param>
    public static implicit operator Values(float[] values) => Of(values);

    /// <summary>Takes a list.</summary>
    /// <param name="values">The numbers.</param>
    public static implicit operator Values(List<double> values) => Of(values);

    /// <summary>Takes a list.</summary>
    /// <param name="values">The numbers.</param>
    public static implicit operator Values(List<float> values) => Of(values);

    /// <summary>Takes an immutable array.</summary>
    /// <param name="values">The numbers.</param>
    public static implicit operator Values(ImmutableArray<double> values) => Of(values);

    /// <summary>Takes a span.</summary>
    /// <param name="values">The numbers.</param>
    public static implicit operator Values(ReadOnlySpan<double> values) => Of(values.ToArray());

    /// <summary>Takes all elements of a tensor.</summary>
    /// <param name="values">The numbers, of any shape, type and device.</param>
    public static Values FromTensor(Tensor values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Of(TensorData.Copy(values));
    }

    /// <summary>Takes all elements of a tensor.</summary>
    /// <param name="values">The numbers.</param>
    public static implicit operator Values(Tensor values) => FromTensor(values);

    internal double[] ToArray() => [.. _values];
}

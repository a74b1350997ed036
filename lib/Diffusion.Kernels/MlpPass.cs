using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Diffusion.Kernels;

/// <summary>The work on one slice of rows: forward, then backward through what forward left behind.</summary>
internal abstract class MlpPass
{
    /// <summary>Memory for a network.</summary>
    /// <param name="shape">The network.</param>
    /// <param name="rows">The most rows of a slice.</param>
    public static MlpPass For(MlpShape shape, int rows) => ProcessorVectors.AreLong ? new MlpPass<Lanes512>(shape, rows) : new MlpPass<Lanes256>(shape, rows);

    /// <summary>Forgets the gradients of earlier slices.</summary>
    public abstract void Reset();

    /// <summary>Computes a slice.</summary>
    /// <param name="weights">All weights, or without embeddings those of the layers.</param>
    /// <param name="transposed">The hidden layers' weights as [In, Out].</param>
    /// <param name="x">The input, [rows, Inputs].</param>
    /// <param name="steps">The step of each row, from 1; empty to leave the embeddings out.</param>
    /// <returns>The output, [rows, Outputs], good until the next call.</returns>
    public abstract ReadOnlySpan<float> Forward(ReadOnlySpan<float> weights, float[][] transposed, ReadOnlySpan<float> x, ReadOnlySpan<long> steps);

    /// <summary>Adds a slice's gradients; <see cref="Forward"/> has just computed the slice.</summary>
    /// <returns>The sum of the squared errors.</returns>
    public abstract double Backward(ReadOnlySpan<float> weights, ReadOnlySpan<float> x, ReadOnlySpan<long> steps, ReadOnlySpan<float> target,
        float scale, Span<float> gradients);

    /// <summary>Puts what was summed up transposed in its place, once all slices are done.</summary>
    public abstract void Finish(Span<float> gradients);
}

/// <summary>A pass in vectors of one length.</summary>
/// <typeparam name="V">The processor's vectors.</typeparam>
internal sealed class MlpPass<V> : MlpPass where V : struct, ILanes<V>
{
    private readonly MlpShape _shape;
    private readonly float[][] _activations;                    // after each hidden layer, [rows, Units]
    private readonly float[] _output, _outputGradient;          // [rows, Outputs]
    private readonly float[] _firstWeightGradient;              // of the first layer, transposed: [Inputs, Units]
    private float[] _gradient, _below;                          // with respect to a layer's sums and to those of the one below it

    public MlpPass(MlpShape shape, int rows)
    {
        _shape = shape;
        _activations = [.. Enumerable.Range(0, shape.Hidden).Select(_ => new float[rows * shape.Units])];
        _output = new float[rows * shape.Outputs];
        _outputGradient = new float[rows * shape.Outputs];
        _gradient = new float[rows * shape.Units];
        _below = new float[rows * shape.Units];
        _firstWeightGradient = new float[shape.Inputs * shape.Units];
    }

    public override void Reset() => _firstWeightGradient.AsSpan().Clear();

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public override ReadOnlySpan<float> Forward(ReadOnlySpan<float> weights, float[][] transposed, ReadOnlySpan<float> x, ReadOnlySpan<long> steps)
    {
        var rows = x.Length / _shape.Inputs;
        var h = x;
        for (var layer = 0; layer < _shape.Hidden; layer++)
        {
            Start(_activations[layer], rows, weights, layer, steps);
            PanelProduct<V>.Accumulate(h, _shape.In(layer), 1, transposed[layer], _activations[layer], rows, _shape.In(layer), _shape.Units, floor: 0);
            h = _activations[layer];
        }
        var weight = weights.Slice(_shape.Weight(_shape.Hidden), _shape.Outputs * _shape.Units);
        var bias = weights.Slice(_shape.Bias(_shape.Hidden), _shape.Outputs);
        for (var r = 0; r < rows; r++)
            for (var o = 0; o < _shape.Outputs; o++)
                _output[r * _shape.Outputs + o] = bias[o] + Dot(h.Slice(r * _shape.Units, _shape.Units), weight.Slice(o * _shape.Units, _shape.Units));
        return _output.AsSpan(0, rows * _shape.Outputs);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public override double Backward(ReadOnlySpan<float> weights, ReadOnlySpan<float> x, ReadOnlySpan<long> steps, ReadOnlySpan<float> target,
        float scale, Span<float> gradients)
    {
        var (rows, units, last) = (x.Length / _shape.Inputs, _shape.Units, _shape.Hidden);
        var squares = OutputGradient(target, scale, gradients.Slice(_shape.Bias(last), _shape.Outputs));
        PanelProduct<V>.Accumulate(_outputGradient, 1, _shape.Outputs, _activations[last - 1], gradients[_shape.Weight(last)..], _shape.Outputs, rows, units);
        _below.AsSpan().Clear();
        PanelProduct<V>.Accumulate(_outputGradient, _shape.Outputs, 1, weights[_shape.Weight(last)..], _below, rows, _shape.Outputs, units);
        for (var layer = last - 1; layer >= 0; layer--)
        {
            (_gradient, _below) = (_below, _gradient);
            ThroughRelu(_gradient.AsSpan(0, rows * units), _activations[layer]);
            AddRows(_gradient.AsSpan(0, rows * units), gradients.Slice(_shape.Bias(layer), units));
            AddToEmbeddings(gradients, layer, steps);
            if (layer == 0)
            {
                PanelProduct<V>.Accumulate(x, 1, _shape.Inputs, _gradient, _firstWeightGradient, _shape.Inputs, rows, units);
                break;
            }
            PanelProduct<V>.Accumulate(_gradient, 1, units, _activations[layer - 1], gradients[_shape.Weight(layer)..], units, rows, units);
            _below.AsSpan().Clear();
            PanelProduct<V>.Accumulate(_gradient, units, 1, weights[_shape.Weight(layer)..], _below, rows, units, units);
        }
        return squares;
    }

    public override void Finish(Span<float> gradients)
    {
        for (var i = 0; i < _shape.Inputs; i++)
            for (var o = 0; o < _shape.Units; o++)
                gradients[o * _shape.Inputs + i] = _firstWeightGradient[i * _shape.Units + o];
    }

    // What a layer's product is added to: its bias, and each row's embedding.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Start(Span<float> sums, int rows, ReadOnlySpan<float> weights, int layer, ReadOnlySpan<long> steps)
    {
        var units = _shape.Units;
        ref var sum = ref MemoryMarshal.GetReference(sums[..(rows * units)]);
        ref var bias = ref MemoryMarshal.GetReference(weights.Slice(_shape.Bias(layer), units));
        ref var table = ref Embedding(weights, layer, steps);
        for (var i = 0; i < units; i += V.Count)
        {
            var start = V.Load(ref bias, (nint)i);
            for (var r = 0; r < rows; r++)
            {
                var place = (nint)(r * units + i);
                if (steps.IsEmpty)
                    start.Store(ref sum, place);
                else
                    (start + V.Load(ref table, (nint)((steps[r] - 1) * units + i))).Store(ref sum, place);
            }
        }
    }

    // embedding gradient of each row's step += the row
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void AddToEmbeddings(Span<float> gradients, int layer, ReadOnlySpan<long> steps)
    {
        var units = _shape.Units;
        ref var rows = ref MemoryMarshal.GetReference(_gradient.AsSpan(0, steps.Length * units));
        ref var table = ref Embedding(gradients, layer, steps);
        for (var r = 0; r < steps.Length; r++)
        {
            ref var sum = ref Unsafe.Add(ref table, (nint)(steps[r] - 1) * units);
            for (var i = 0; i < units; i += V.Count)
                (V.Load(ref sum, (nint)i) + V.Load(ref rows, (nint)(r * units + i))).Store(ref sum, (nint)i);
        }
    }

    // A layer's embedding; the loops over rows then go without checks.
    private ref float Embedding(ReadOnlySpan<float> vector, int layer, ReadOnlySpan<long> steps)
    {
        if (steps.IsEmpty) return ref Unsafe.NullRef<float>();
        foreach (var step in steps)
            if (step < 1 || step > _shape.Steps)
                throw new ArgumentOutOfRangeException(nameof(steps), step, $"This network knows steps 1 to {_shape.Steps}.");
        return ref MemoryMarshal.GetReference(vector.Slice(_shape.Embedding(layer), _shape.Steps * _shape.Units));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private double OutputGradient(ReadOnlySpan<float> target, float scale, Span<float> biasGradient)
    {
        double squares = 0;
        for (var i = 0; i < target.Length;)
            for (var o = 0; o < biasGradient.Length; o++, i++)
            {
                var error = _output[i] - target[i];
                squares += (double)error * error;
                _outputGradient[i] = scale * error;
                biasGradient[o] += _outputGradient[i];
            }
        return squares;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void ThroughRelu(Span<float> gradient, ReadOnlySpan<float> activation)
    {
        ref var g = ref MemoryMarshal.GetReference(gradient);
        ref var h = ref MemoryMarshal.GetReference(activation[..gradient.Length]);
        for (var i = 0; i < gradient.Length; i += V.Count)
        {
            var open = V.GreaterThan(V.Load(ref h, (nint)i), default(V));
            (V.Load(ref g, (nint)i) & open).Store(ref g, (nint)i);
        }
    }

    // sum += each row of a matrix of that width
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void AddRows(ReadOnlySpan<float> matrix, Span<float> sum)
    {
        ref var m = ref MemoryMarshal.GetReference(matrix);
        ref var s = ref MemoryMarshal.GetReference(sum);
        for (var i = 0; i < sum.Length; i += V.Count)
        {
            var total = V.Load(ref s, (nint)i);
            for (var from = i; from < matrix.Length; from += sum.Length)
                total += V.Load(ref m, (nint)from);
            total.Store(ref s, (nint)i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(y[..x.Length]);
        var sum = default(V);
        for (var i = 0; i < x.Length; i += V.Count)
            sum = V.FusedMultiplyAdd(V.Load(ref a, (nint)i), V.Load(ref b, (nint)i), sum);
        return V.Sum(sum);
    }
}

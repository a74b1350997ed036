using System.Runtime.CompilerServices;

namespace Diffusion.Kernels;

/// <summary>A small network with ReLUs, computed and differentiated in one go on the processor's vectors, a slice of rows at a time.</summary>
/// <remarks>The slices' intermediate results stay in the core's first cache. What the tensor engine does in forty operations, each
/// a walk through memory, is one pass here; the numbers are those of the module's own <c>forward</c> and of autograd, up to rounding.</remarks>
internal sealed class MlpKernel
{
    private const int Slice = 128, RowsForThreads = 2048;
    private readonly MlpShape _shape;
    private MlpPass? _spare;                                    // from step to step of a training, so that none allocates

    private MlpKernel(MlpShape shape) => _shape = shape;

    /// <summary>The number of weights that it computes with.</summary>
    public int Count => _shape.Count;

    /// <summary>The width of the output.</summary>
    public int Outputs => _shape.Outputs;

    /// <summary>A kernel for a network, or null where the processor or the network's width does not suit.</summary>
    public static MlpKernel? For(MlpShape shape)
        => ProcessorVectors.IsSupported && shape.Units % ProcessorVectors.Width == 0 ? new MlpKernel(shape) : null;

    /// <summary>Computes the network without embeddings.</summary>
    /// <param name="weights">The layers' weights, <see cref="MlpShape.LayerCount"/> of them.</param>
    /// <param name="x">The input, [rows, Inputs].</param>
    /// <param name="output">Where the output goes, [rows, Outputs].</param>
    /// <param name="threads">How many threads may share the work.</param>
    public unsafe void Forward(ReadOnlySpan<float> weights, ReadOnlySpan<float> x, Span<float> output, int threads)
    {
        var rows = RequireRows(x.Length, output.Length);
        var transposed = Transposed(weights);
        if (threads == 1 || rows < RowsForThreads)
        {
            Forward(weights, transposed, x, output);
            return;
        }
        var share = (rows + threads - 1) / threads;
        fixed (float* w = weights, from = x, to = output)
        {
            // A lambda cannot capture spans; these addresses stay fixed until all threads are done.
            var (weightsAt, xAt, outputAt, count) = ((nint)w, (nint)from, (nint)to, weights.Length);
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
            {
                var (first, mine) = (part * share, Math.Min(share, rows - part * share));
                if (mine > 0)
                    Forward(new((float*)weightsAt, count), transposed, new((float*)xAt + first * _shape.Inputs, mine * _shape.Inputs),
                        new((float*)outputAt + first * _shape.Outputs, mine * _shape.Outputs));
            });
        }
    }

    /// <summary>The mean squared error against a target, and its gradient by every weight.</summary>
    /// <param name="weights">All weights.</param>
    /// <param name="x">The input, [rows, Inputs].</param>
    /// <param name="steps">The step of each row, from 1; empty without embeddings.</param>
    /// <param name="target">What the output should be, [rows, Outputs].</param>
    /// <param name="gradients">Where the gradient goes, in the order of the weights; overwritten.</param>
    /// <returns>The loss.</returns>
    public float Gradients(ReadOnlySpan<float> weights, ReadOnlySpan<float> x, ReadOnlySpan<long> steps, ReadOnlySpan<float> target,
        Span<float> gradients)
    {
        var rows = RequireRows(x.Length, target.Length);
        if (_shape.Steps > 0 && steps.Length != rows)
            throw new ArgumentException($"There are {steps.Length} steps for {rows} rows.", nameof(steps));
        var pass = Interlocked.Exchange(ref _spare, null) ?? MlpPass.For(_shape, Slice);
        pass.Reset();
        var transposed = Transposed(weights);
        gradients.Clear();
        double squares = 0;
        var scale = 2f / target.Length;
        for (var first = 0; first * _shape.Inputs < x.Length; first += Slice)
        {
            var input = Rows(x, first, _shape.Inputs);
            pass.Forward(weights, transposed, input, _shape.Steps == 0 ? [] : Rows(steps, first, 1));
            squares += pass.Backward(weights, input, _shape.Steps == 0 ? [] : Rows(steps, first, 1),
                Rows(target, first, _shape.Outputs), scale, gradients);
        }
        pass.Finish(gradients);
        _spare = pass;
        return (float)(squares / target.Length);
    }

    // What follows writes through pointers: nothing else stands between a wrong shape and the memory beside it.
    private int RequireRows(int inputs, int outputs)
    {
        var rows = inputs / _shape.Inputs;
        return rows * _shape.Inputs == inputs && rows * _shape.Outputs == outputs ? rows : throw new ArgumentException(
            $"{inputs} numbers go in and {outputs} come out; the network takes rows of {_shape.Inputs} and gives rows of {_shape.Outputs}.");
    }

    private void Forward(ReadOnlySpan<float> weights, float[][] transposed, ReadOnlySpan<float> x, Span<float> output)
    {
        var pass = MlpPass.For(_shape, Math.Min(Slice, x.Length / _shape.Inputs));
        for (var first = 0; first * _shape.Inputs < x.Length; first += Slice)
        {
            var result = pass.Forward(weights, transposed, Rows(x, first, _shape.Inputs), []);
            result.CopyTo(output[(first * _shape.Outputs)..]);
        }
    }

    // The hidden layers' weights as [In, Out], the way the products want them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private float[][] Transposed(ReadOnlySpan<float> weights)
    {
        var transposed = new float[_shape.Hidden][];
        for (var layer = 0; layer < _shape.Hidden; layer++)
        {
            var (inputs, outputs) = (_shape.In(layer), _shape.Out(layer));
            var from = weights.Slice(_shape.Weight(layer), inputs * outputs);
            var to = transposed[layer] = new float[inputs * outputs];
            for (var o = 0; o < outputs; o++)
                for (var i = 0; i < inputs; i++)
                    to[i * outputs + o] = from[o * inputs + i];
        }
        return transposed;
    }

    private static ReadOnlySpan<T> Rows<T>(ReadOnlySpan<T> all, int first, int width)
        => all.Slice(first * width, Math.Min(Slice * width, all.Length - first * width));
}

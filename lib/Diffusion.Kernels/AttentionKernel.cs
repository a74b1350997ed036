using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <summary>softmax(Q Kᵀ/√d) V of each head on the processor's vectors, and its gradient.</summary>
/// <remarks>
/// At full size a picture's scores are a thousand times a thousand: written to memory, they are most of a network's time. Here four
/// queries at a time meet all keys and their scores never leave the cache; backward they are computed again from the logarithm
/// of their sum (Dao et al. 2022, algorithm 4, with whole rows for blocks). Keys and values lie transposed, so that 16 places are a vector.
/// </remarks>
internal static unsafe partial class AttentionKernel
{
    internal const int Rows = 4;                                       // queries worked on at a time
    private const int Lanes = 16;

    /// <summary>Whether this processor and these tensors suit.</summary>
    public static bool Suits(Tensor qkv) => PanelProduct.IsSupported && qkv.shape[1] % Lanes == 0 && FloatData.IsPlain(qkv);

    /// <summary>What each place finds, [B, L, C], and the logarithms of the sums, [B, heads, L].</summary>
    /// <param name="qkv">Queries, keys and values, [B, L, 3C].</param>
    /// <param name="heads">Parts of the channels.</param>
    public static (Tensor Found, Tensor LogSums) Forward(Tensor qkv, int heads)
    {
        using var _ = no_grad();
        var shape = AttentionShape.Of(qkv, heads);
        var (found, logSums) = (empty(shape.Images, shape.Places, shape.Channels), empty(shape.Images, heads, shape.Places));
        nint z = Address(qkv), o = Address(found), l = Address(logSums);
        long scratch = (2L * shape.Depth + Rows) * shape.Places + Rows * shape.Depth;
        using var workers = new KernelWorkers(get_num_threads(), scratch, 0);
        workers.Each(shape.Images * heads, 1, (part, _, worker) =>
            ForwardHead(new AttentionHead(shape, part, (float*)z), (float*)o, (float*)l + (long)part * shape.Places, worker.Scratch.Pointer));
        GC.KeepAlive(qkv);
        return (found, logSums);
    }

    private static void ForwardHead(AttentionHead head, float* found, float* logSums, float* scratch)
    {
        var (places, depth) = (head.Shape.Places, head.Shape.Depth);
        float* keys = scratch, values = keys + depth * places, scores = values + depth * places, queries = scores + Rows * places;
        head.Transpose(1, keys);
        head.Transpose(2, values);
        float* target = head.Of(found, head.Shape.Channels);
        for (var i = 0; i < places; i += Rows)
        {
            head.TakeQueries(i, queries);
            Scores(queries, keys, scores, places, depth);
            for (var r = 0; r < Rows; r++)
            {
                var (sum, largest) = Exponentials(scores + r * places, places);
                logSums[i + r] = largest + MathF.Log(sum);
                Mix(scores + r * places, values, places, depth, 1 / sum, target + (long)(i + r) * head.Shape.Channels);
            }
        }
    }

    // scores[r][j] = Σ_c queries[r][c] keys[c][j]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scores(float* queries, float* keys, float* scores, int places, int depth)
    {
        for (var j = 0; j < places; j += Lanes)
        {
            Vector512<float> s0 = default, s1 = default, s2 = default, s3 = default;
            for (var c = 0; c < depth; c++)
            {
                var key = Vector512.Load(keys + c * places + j);
                s0 = Vector512.FusedMultiplyAdd(key, Vector512.Create(queries[c]), s0);
                s1 = Vector512.FusedMultiplyAdd(key, Vector512.Create(queries[depth + c]), s1);
                s2 = Vector512.FusedMultiplyAdd(key, Vector512.Create(queries[2 * depth + c]), s2);
                s3 = Vector512.FusedMultiplyAdd(key, Vector512.Create(queries[3 * depth + c]), s3);
            }
            s0.Store(scores + j);
            s1.Store(scores + places + j);
            s2.Store(scores + 2 * places + j);
            s3.Store(scores + 3 * places + j);
        }
    }

    // In place, relative to the largest.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (float Sum, float Largest) Exponentials(float* scores, int places)
    {
        var most = Vector512.Load(scores);
        for (var j = Lanes; j < places; j += Lanes) most = Vector512.MaxNative(most, Vector512.Load(scores + j));
        float largest = most[0];
        for (var lane = 1; lane < Lanes; lane++) largest = MathF.Max(largest, most[lane]);
        var (shift, sum) = (Vector512.Create(largest), Vector512<float>.Zero);
        for (var j = 0; j < places; j += Lanes)
        {
            var e = ExpVector.Of(Vector512.Load(scores + j) - shift);
            e.Store(scores + j);
            sum += e;
        }
        return (Vector512.Sum(sum), largest);
    }

    // target[c] = factor Σ_j weights[j] values[c][j]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mix(float* weights, float* values, int places, int depth, float factor, float* target)
    {
        for (var c = 0; c < depth; c += 4)
        {
            if (depth - c < 4)
            {
                for (; c < depth; c++) target[c] = factor * Dot(weights, values + c * places, places);
                return;
            }
            Vector512<float> s0 = default, s1 = default, s2 = default, s3 = default;
            float* v = values + c * places;
            for (var j = 0; j < places; j += Lanes)
            {
                var weight = Vector512.Load(weights + j);
                s0 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(v + j), s0);
                s1 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(v + places + j), s1);
                s2 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(v + 2 * places + j), s2);
                s3 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(v + 3 * places + j), s3);
            }
            (target[c], target[c + 1]) = (factor * Vector512.Sum(s0), factor * Vector512.Sum(s1));
            (target[c + 2], target[c + 3]) = (factor * Vector512.Sum(s2), factor * Vector512.Sum(s3));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Dot(float* x, float* y, int places)
    {
        var sum = Vector512<float>.Zero;
        for (var j = 0; j < places; j += Lanes) sum = Vector512.FusedMultiplyAdd(Vector512.Load(x + j), Vector512.Load(y + j), sum);
        return Vector512.Sum(sum);
    }

    // Good as long as the tensor lives.
    private static nint Address(Tensor tensor)
    {
        fixed (float* start = FloatData.Of(tensor)) return (nint)start;
    }
}

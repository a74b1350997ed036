using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace Diffusion.Kernels;

/// <content>The gradient.</content>
internal static unsafe partial class AttentionKernel
{
    /// <summary>The gradient of queries, keys and values, [B, L, 3C].</summary>
    /// <param name="qkv">Queries, keys and values, [B, L, 3C].</param>
    /// <param name="found">What <see cref="Forward"/> gave.</param>
    /// <param name="logSums">What it gave besides.</param>
    /// <param name="slope">The gradient of what was found, [B, L, C].</param>
    public static Tensor Backward(Tensor qkv, Tensor found, Tensor logSums, Tensor slope)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var shape = AttentionShape.Of(qkv, (int)logSums.shape[1]);
        var (dense, gradient) = (slope.contiguous(), empty_like(qkv));
        nint z = Address(qkv), o = Address(found), l = Address(logSums), d = Address(dense), g = Address(gradient);
        long scratch = (4L * shape.Depth + 2 * Rows) * shape.Places + 3 * Rows * shape.Depth;
        using var workers = new KernelWorkers(get_num_threads(), scratch, 0);
        workers.Each(shape.Images * shape.Heads, 1, (part, _, worker) => BackwardHead(new AttentionHead(shape, part, (float*)z),
            (float*)o, (float*)l + (long)part * shape.Places, (float*)d, (float*)g, worker.Scratch.Pointer));
        GC.KeepAlive((qkv, found, logSums, dense));
        return gradient.MoveToOuterDisposeScope();
    }

    private static void BackwardHead(AttentionHead head, float* found, float* logSums, float* slope, float* gradient, float* scratch)
    {
        var (places, depth, channels) = (head.Shape.Places, head.Shape.Depth, head.Shape.Channels);
        float* keys = scratch, values = keys + depth * places, dKeys = values + depth * places, dValues = dKeys + depth * places;
        float* weights = dValues + depth * places, dScores = weights + Rows * places;
        float* queries = dScores + Rows * places, slopes = queries + Rows * depth, dQueries = slopes + Rows * depth;
        head.Transpose(1, keys);
        head.Transpose(2, values);
        new Span<float>(dKeys, 2 * depth * places).Clear();
        float* mine = head.Of(found, channels), sent = head.Of(slope, channels), back = head.Of(gradient, 3 * channels);
        for (var i = 0; i < places; i += Rows)
        {
            head.TakeQueries(i, queries);
            for (var r = 0; r < Rows; r++)
                new Span<float>(sent + (long)(i + r) * channels, depth).CopyTo(new Span<float>(slopes + r * depth, depth));
            Scores(queries, keys, weights, places, depth);
            Scores(slopes, values, dScores, places, depth);
            for (var r = 0; r < Rows; r++)
            {
                float mean = 0;                                        // of the weights' slopes under the weights
                for (var c = 0; c < depth; c++) mean += slopes[r * depth + c] * mine[(long)(i + r) * channels + c];
                ThroughSoftmax(weights + r * places, dScores + r * places, logSums[i + r], mean, places);
            }
            for (var c = 0; c < depth; c++)
                Spread(weights, dScores, c, depth, places, queries, slopes, keys, dKeys, dValues, dQueries);
            for (var r = 0; r < Rows; r++)
                for (var c = 0; c < depth; c++)
                    back[(long)(i + r) * 3 * channels + c] = head.Shape.Scale * dQueries[r * depth + c];
        }
        head.PutBack(1, dKeys, gradient);
        head.PutBack(2, dValues, gradient);
    }

    // Scores become weights, p = exp(s − log Σ); the weights' slopes become the scores', p (dp − mean).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ThroughSoftmax(float* scores, float* slopes, float logSum, float mean, int places)
    {
        var (shift, middle) = (Vector512.Create(logSum), Vector512.Create(mean));
        for (var j = 0; j < places; j += Lanes)
        {
            var p = ExpVector.Of(Vector512.Load(scores + j) - shift);
            p.Store(scores + j);
            (p * (Vector512.Load(slopes + j) - middle)).Store(slopes + j);
        }
    }

    // One channel's part: dV[c] += pᵀ slope, dK[c] += dsᵀ q, and dq[c] = ds · K[c].
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Spread(float* weights, float* dScores, int c, int depth, int places,
        float* queries, float* slopes, float* keys, float* dKeys, float* dValues, float* dQueries)
    {
        Vector512<float> q0 = Vector512.Create(queries[c]), q1 = Vector512.Create(queries[depth + c]),
            q2 = Vector512.Create(queries[2 * depth + c]), q3 = Vector512.Create(queries[3 * depth + c]);
        Vector512<float> g0 = Vector512.Create(slopes[c]), g1 = Vector512.Create(slopes[depth + c]),
            g2 = Vector512.Create(slopes[2 * depth + c]), g3 = Vector512.Create(slopes[3 * depth + c]);
        Vector512<float> s0 = default, s1 = default, s2 = default, s3 = default;
        float* key = keys + c * places, dKey = dKeys + c * places, dValue = dValues + c * places;
        for (var j = 0; j < places; j += Lanes)
        {
            Vector512<float> d0 = Vector512.Load(dScores + j), d1 = Vector512.Load(dScores + places + j),
                d2 = Vector512.Load(dScores + 2 * places + j), d3 = Vector512.Load(dScores + 3 * places + j);
            var k = Vector512.Load(key + j);
            (s0, s1) = (Vector512.FusedMultiplyAdd(d0, k, s0), Vector512.FusedMultiplyAdd(d1, k, s1));
            (s2, s3) = (Vector512.FusedMultiplyAdd(d2, k, s2), Vector512.FusedMultiplyAdd(d3, k, s3));
            var dk = Vector512.FusedMultiplyAdd(d0, q0, Vector512.Load(dKey + j));
            dk = Vector512.FusedMultiplyAdd(d1, q1, dk);
            Vector512.FusedMultiplyAdd(d3, q3, Vector512.FusedMultiplyAdd(d2, q2, dk)).Store(dKey + j);
            var dv = Vector512.FusedMultiplyAdd(Vector512.Load(weights + j), g0, Vector512.Load(dValue + j));
            dv = Vector512.FusedMultiplyAdd(Vector512.Load(weights + places + j), g1, dv);
            dv = Vector512.FusedMultiplyAdd(Vector512.Load(weights + 2 * places + j), g2, dv);
            Vector512.FusedMultiplyAdd(Vector512.Load(weights + 3 * places + j), g3, dv).Store(dValue + j);
        }
        (dQueries[c], dQueries[depth + c]) = (Vector512.Sum(s0), Vector512.Sum(s1));
        (dQueries[2 * depth + c], dQueries[3 * depth + c]) = (Vector512.Sum(s2), Vector512.Sum(s3));
    }
}

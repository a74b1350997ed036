using System.Runtime.CompilerServices;

namespace Diffusion.Kernels;

/// <content>The gradient.</content>
internal static unsafe partial class AttentionPass<V>
{
    /// <summary>The gradient of queries, keys and values.</summary>
    public static void Backward(AttentionHead head, float* found, float* logSums, float* dFound, float* gradient, float* scratch)
    {
        var (places, depth, channels) = (head.Shape.Places, head.Shape.Depth, head.Shape.Channels);
        float* keys = scratch, values = keys + depth * places, dKeys = values + depth * places, dValues = dKeys + depth * places;
        float* weights = dValues + depth * places, dScores = weights + Rows * places;
        float* queries = dScores + Rows * places, dRows = queries + Rows * depth, dQueries = dRows + Rows * depth;
        head.Transpose(1, keys);
        head.Transpose(2, values);
        new Span<float>(dKeys, 2 * depth * places).Clear();
        float* mine = head.Of(found, channels), sent = head.Of(dFound, channels), back = head.Of(gradient, 3 * channels);
        for (var i = 0; i < places; i += Rows)
        {
            head.TakeQueries(i, queries);
            for (var r = 0; r < Rows; r++)
                new Span<float>(sent + (long)(i + r) * channels, depth).CopyTo(new Span<float>(dRows + r * depth, depth));
            Scores(queries, keys, weights, places, depth);
            Scores(dRows, values, dScores, places, depth);
            for (var r = 0; r < Rows; r++)
            {
                float mean = 0;                                        // of the weights' gradients under the weights
                for (var c = 0; c < depth; c++) mean += dRows[r * depth + c] * mine[(long)(i + r) * channels + c];
                ThroughSoftmax(weights + r * places, dScores + r * places, logSums[i + r], mean, places);
            }
            for (var c = 0; c < depth; c++)
                Spread(weights, dScores, c, depth, places, queries, dRows, keys, dKeys, dValues, dQueries);
            for (var r = 0; r < Rows; r++)
                for (var c = 0; c < depth; c++)
                    back[(long)(i + r) * 3 * channels + c] = head.Shape.Scale * dQueries[r * depth + c];
        }
        head.PutBack(1, dKeys, gradient);
        head.PutBack(2, dValues, gradient);
    }

    // Scores become weights, p = exp(s − log Σ); the weights' gradients become the scores', p (dp − mean).
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void ThroughSoftmax(float* scores, float* gradients, float logSum, float mean, int places)
    {
        var (shift, middle) = (V.Create(logSum), V.Create(mean));
        for (var j = 0; j < places; j += V.Count)
        {
            var p = ExpVector<V>.Of(V.Load(scores + j) - shift);
            p.Store(scores + j);
            (p * (V.Load(gradients + j) - middle)).Store(gradients + j);
        }
    }

    // One channel's part: dV[c] += pᵀ dFound, dK[c] += dsᵀ q, and dq[c] = ds · K[c].
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Spread(float* weights, float* dScores, int c, int depth, int places,
        float* queries, float* dRows, float* keys, float* dKeys, float* dValues, float* dQueries)
    {
        V q0 = V.Create(queries[c]), q1 = V.Create(queries[depth + c]),
            q2 = V.Create(queries[2 * depth + c]), q3 = V.Create(queries[3 * depth + c]);
        V g0 = V.Create(dRows[c]), g1 = V.Create(dRows[depth + c]),
            g2 = V.Create(dRows[2 * depth + c]), g3 = V.Create(dRows[3 * depth + c]);
        V s0 = default, s1 = default, s2 = default, s3 = default;
        float* key = keys + c * places, dKey = dKeys + c * places, dValue = dValues + c * places;
        for (var j = 0; j < places; j += V.Count)
        {
            V d0 = V.Load(dScores + j), d1 = V.Load(dScores + places + j),
                d2 = V.Load(dScores + 2 * places + j), d3 = V.Load(dScores + 3 * places + j);
            var k = V.Load(key + j);
            (s0, s1) = (V.FusedMultiplyAdd(d0, k, s0), V.FusedMultiplyAdd(d1, k, s1));
            (s2, s3) = (V.FusedMultiplyAdd(d2, k, s2), V.FusedMultiplyAdd(d3, k, s3));
            var dk = V.FusedMultiplyAdd(d0, q0, V.Load(dKey + j));
            dk = V.FusedMultiplyAdd(d1, q1, dk);
            V.FusedMultiplyAdd(d3, q3, V.FusedMultiplyAdd(d2, q2, dk)).Store(dKey + j);
            var dv = V.FusedMultiplyAdd(V.Load(weights + j), g0, V.Load(dValue + j));
            dv = V.FusedMultiplyAdd(V.Load(weights + places + j), g1, dv);
            dv = V.FusedMultiplyAdd(V.Load(weights + 2 * places + j), g2, dv);
            V.FusedMultiplyAdd(V.Load(weights + 3 * places + j), g3, dv).Store(dValue + j);
        }
        (dQueries[c], dQueries[depth + c]) = (V.Sum(s0), V.Sum(s1));
        (dQueries[2 * depth + c], dQueries[3 * depth + c]) = (V.Sum(s2), V.Sum(s3));
    }
}

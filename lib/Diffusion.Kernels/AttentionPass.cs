using System.Runtime.CompilerServices;

namespace Diffusion.Kernels;

/// <summary>One head of one image in vectors of one length.</summary>
/// <typeparam name="V">The processor's vectors.</typeparam>
internal static unsafe partial class AttentionPass<V> where V : struct, ILanes<V>
{
    private const int Rows = AttentionShape.Rows;

    /// <summary>What each place finds, and the logarithms of the sums.</summary>
    public static void Forward(AttentionHead head, float* found, float* logSums, float* scratch)
    {
        var (places, depth) = (head.Shape.Places, head.Shape.Depth);
        float* keys = scratch, values = keys + depth * places, scores = values + depth * places, queries = scores + Rows * places;
        head.Transpose(1, keys);
        head.Transpose(2, values);
        var target = head.Of(found, head.Shape.Channels);
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Scores(float* queries, float* keys, float* scores, int places, int depth)
    {
        for (var j = 0; j < places; j += V.Count)
        {
            V s0 = default, s1 = default, s2 = default, s3 = default;
            for (var c = 0; c < depth; c++)
            {
                var key = V.Load(keys + c * places + j);
                s0 = V.FusedMultiplyAdd(key, V.Create(queries[c]), s0);
                s1 = V.FusedMultiplyAdd(key, V.Create(queries[depth + c]), s1);
                s2 = V.FusedMultiplyAdd(key, V.Create(queries[2 * depth + c]), s2);
                s3 = V.FusedMultiplyAdd(key, V.Create(queries[3 * depth + c]), s3);
            }
            s0.Store(scores + j);
            s1.Store(scores + places + j);
            s2.Store(scores + 2 * places + j);
            s3.Store(scores + 3 * places + j);
        }
    }

    // In place, relative to the largest.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static (float Sum, float Largest) Exponentials(float* scores, int places)
    {
        var most = V.Load(scores);
        for (var j = V.Count; j < places; j += V.Count) most = V.MaxNative(most, V.Load(scores + j));
        var largest = V.Largest(most);
        var (shift, sum) = (V.Create(largest), default(V));
        for (var j = 0; j < places; j += V.Count)
        {
            var e = ExpVector<V>.Of(V.Load(scores + j) - shift);
            e.Store(scores + j);
            sum += e;
        }
        return (V.Sum(sum), largest);
    }

    // target[c] = scale Σ_j weights[j] values[c][j]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Mix(float* weights, float* values, int places, int depth, float scale, float* target)
    {
        for (var c = 0; c < depth; c += 4)
        {
            if (depth - c < 4)
            {
                for (; c < depth; c++) target[c] = scale * Dot(weights, values + c * places, places);
                return;
            }
            V s0 = default, s1 = default, s2 = default, s3 = default;
            var v = values + c * places;
            for (var j = 0; j < places; j += V.Count)
            {
                var weight = V.Load(weights + j);
                s0 = V.FusedMultiplyAdd(weight, V.Load(v + j), s0);
                s1 = V.FusedMultiplyAdd(weight, V.Load(v + places + j), s1);
                s2 = V.FusedMultiplyAdd(weight, V.Load(v + 2 * places + j), s2);
                s3 = V.FusedMultiplyAdd(weight, V.Load(v + 3 * places + j), s3);
            }
            (target[c], target[c + 1]) = (scale * V.Sum(s0), scale * V.Sum(s1));
            (target[c + 2], target[c + 3]) = (scale * V.Sum(s2), scale * V.Sum(s3));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Dot(float* x, float* y, int places)
    {
        var sum = default(V);
        for (var j = 0; j < places; j += V.Count) sum = V.FusedMultiplyAdd(V.Load(x + j), V.Load(y + j), sum);
        return V.Sum(sum);
    }
}

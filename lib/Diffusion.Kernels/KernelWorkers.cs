using System.Runtime.Intrinsics;

namespace Diffusion.Kernels;

/// <summary>Threads that share images among them, each with memory of its own.</summary>
internal sealed unsafe class KernelWorkers : IDisposable
{
    private readonly Worker[] workers;

    /// <summary>Makes workers.</summary>
    /// <param name="count">How many.</param>
    /// <param name="scratch">Elements of working memory that each needs.</param>
    /// <param name="sums">Elements of its sums of gradients.</param>
    public KernelWorkers(int count, long scratch, long sums) =>
        workers = [.. Enumerable.Range(0, count).Select(_ => new Worker(new AlignedMemory(scratch), new AlignedMemory(sums)))];

    /// <summary>Does something with all images, a block at a time; always the same blocks on the same worker.</summary>
    public void Each(int images, int block, Action<int, int, Worker> work)
    {
        var share = ((images + workers.Length - 1) / workers.Length + block - 1) / block * block;
        void Mine(int index)
        {
            var last = Math.Min(images, (index + 1) * share);
            for (var start = index * share; start < last; start += block)
                work(start, Math.Min(start + block, last), workers[index]);
        }
        if (workers.Length == 1) Mine(0);
        else Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, Mine);
    }

    /// <summary>Does something with all images that sums up gradients, and gives the sums of all workers.</summary>
    public float* Sums(int images, int block, long count, Action<int, int, Worker> work)
    {
        foreach (var worker in workers) Of(worker, count).Clear();
        Each(images, block, work);
        var total = Of(workers[0], count);
        foreach (var worker in workers.AsSpan(1))
        {
            var part = Of(worker, count);
            for (var i = 0; i < part.Length; i += Vector512<float>.Count)
                (Vector512.LoadUnsafe(ref total[i]) + Vector512.LoadUnsafe(ref part[i])).StoreUnsafe(ref total[i]);
        }
        return workers[0].Sum.Pointer;
    }

    public void Dispose()
    {
        foreach (var (scratch, sum) in workers)
        {
            scratch.Dispose();
            sum.Dispose();
        }
    }

    private static Span<float> Of(Worker worker, long count) => new(worker.Sum.Pointer, checked((int)count));
}

using System.Numerics;

namespace Diffusion.Kernels;

/// <summary>Threads that share images among them, each with memory of its own.</summary>
internal sealed unsafe class KernelWorkers : IDisposable
{
    private readonly Worker[] _workers;

    /// <summary>Makes workers.</summary>
    /// <param name="count">How many.</param>
    /// <param name="scratch">Elements of working memory that each needs.</param>
    /// <param name="sums">Elements of its sums of gradients.</param>
    public KernelWorkers(int count, long scratch, long sums) =>
        _workers = [.. Enumerable.Range(0, count).Select(_ => new Worker(new AlignedMemory(scratch), new AlignedMemory(sums)))];

    /// <summary>Does something with all images, or rows of a matrix, a block at a time; always the same blocks on the same worker.</summary>
    public void Each(int images, int block, Action<int, int, Worker> work) => Share(worker => Blocks(worker, images, block, work));

    /// <summary>Does something with all images that adds to each worker's sums of gradients, from zero.</summary>
    public void SumUp(int images, int block, long count, Action<int, int, Worker> work) => Share(worker =>
    {
        new Span<float>(_workers[worker].Sum.Pointer, checked((int)count)).Clear();
        Blocks(worker, images, block, work);
    });

    /// <summary>Adds up a part of all workers' sums.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="count">Its length, a multiple of 8.</param>
    /// <returns>The total, in the first worker's place.</returns>
    public float* Total(long start, long count)
    {
        var total = _workers[0].Sum.Pointer + start;
        foreach (var worker in _workers.AsSpan(1))
        {
            var part = worker.Sum.Pointer + start;
            for (nint i = 0; i < count; i += Vector<float>.Count)
                (Vector.Load(total + i) + Vector.Load(part + i)).Store(total + i);
        }
        return total;
    }

    public void Dispose()
    {
        foreach (var (scratch, sum) in _workers)
        {
            scratch.Dispose();
            sum.Dispose();
        }
    }

    private void Blocks(int worker, int images, int block, Action<int, int, Worker> work)
    {
        int first = images * worker / _workers.Length, last = images * (worker + 1) / _workers.Length;
        for (var start = first; start < last; start += block)
            work(start, Math.Min(start + block, last), _workers[worker]);
    }

    private void Share(Action<int> work)
    {
        if (_workers.Length == 1) work(0);
        else Parallel.For(0, _workers.Length, new ParallelOptions { MaxDegreeOfParallelism = _workers.Length }, work);
    }
}

/// <summary>One thread's memory.</summary>
/// <param name="Scratch">To work in.</param>
/// <param name="Sum">Its sums of gradients.</param>
internal sealed record Worker(AlignedMemory Scratch, AlignedMemory Sum);

namespace Diffusion.Kernels;

/// <summary>One thread's memory.</summary>
/// <param name="Scratch">To work in.</param>
/// <param name="Sum">Its sums of gradients.</param>
internal sealed record Worker(AlignedMemory Scratch, AlignedMemory Sum);

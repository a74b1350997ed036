using static TorchSharp.torch;

namespace Diffusion.Models;

/// <summary>ε̂(x_t, t): guesses the noise in x_t. All that a sampler asks of a model.</summary>
/// <param name="xt">x_t, shape [B, …].</param>
/// <param name="t">The step of the whole batch, in 1..T.</param>
/// <returns>ε̂, the shape of x_t; the caller's to dispose.</returns>
public delegate Tensor NoisePredictor(Tensor xt, int t);

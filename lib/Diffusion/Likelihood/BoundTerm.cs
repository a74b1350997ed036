namespace Diffusion.Likelihood;

/// <summary>One term of the variational bound, as a mean over examples and dimensions.</summary>
/// <param name="T">The step that it belongs to: 1 for L₀, t for L_{t−1}; T + 1 for L_T, which belongs to none.</param>
/// <param name="Nats">Its size in nats per dimension.</param>
public readonly record struct BoundTerm(int T, double Nats)
{
    /// <summary>Its size in bits per dimension.</summary>
    public double Bits => Nats / Math.Log(2);
}

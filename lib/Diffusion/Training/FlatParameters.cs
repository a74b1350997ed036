using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>All weights of a module in one vector, and all gradients in another; the module's own tensors are views of them.</summary>
/// <remarks>What is done to every weight alike then takes one operation, not one for each tensor: on a small network, where the
/// count of operations is the cost, an optimiser step is several times quicker.</remarks>
internal sealed class FlatParameters : IDisposable
{
    private readonly Parameter[] _parameters;

    public FlatParameters(nn.Module module)
    {
        _parameters = [.. module.parameters().Where(parameter => parameter.requires_grad)];
        if (_parameters.Length == 0)
            throw new ArgumentException($"{module.GetName()} has no weights to train.", nameof(module));
        var first = _parameters[0];
        if (_parameters.FirstOrDefault(p => p.dtype != first.dtype || p.device.ToString() != first.device.ToString()) is { } odd)
            throw new ArgumentException($"All weights must be of one type and on one device; there are {first.dtype} on {first.device} "
                + $"and {odd.dtype} on {odd.device}.", nameof(module));

        using var _ = no_grad();
        using var scope = NewDisposeScope();
        Count = _parameters.Sum(parameter => parameter.numel());
        Values = empty(Count, dtype: first.dtype, device: first.device).DetachFromDisposeScope();
        Gradients = zeros_like(Values).DetachFromDisposeScope();
        foreach (var (parameter, range) in Ranges())
        {
            var view = Values.narrow(0, range.Start, range.Length).view(parameter.shape);
            view.copy_(parameter);
            parameter.set_(view);
        }
        AttachGradients();
    }

    public long Count { get; }

    public Tensor Values { get; }

    public Tensor Gradients { get; }

    /// <summary>Makes every weight's gradient a view of <see cref="Gradients"/> again, whatever has been put there since.</summary>
    public void AttachGradients()
    {
        using var scope = NewDisposeScope();
        foreach (var (parameter, range) in Ranges())
            parameter.grad = Gradients.narrow(0, range.Start, range.Length).view(parameter.shape);
    }

    /// <summary>Scales the gradients down to a norm if theirs is larger; gives their norm before.</summary>
    public Tensor ClipGradients(double maximum)
    {
        var norm = Gradients.norm();
        using var scale = norm.add(1e-6).reciprocal_().mul_(maximum).clamp_(max: 1);
        Gradients.mul_(scale);
        return norm;
    }

    public void Dispose()
    {
        Values.Dispose();
        Gradients.Dispose();
    }

    private IEnumerable<(Parameter, (long Start, long Length))> Ranges()
    {
        long start = 0;
        foreach (var parameter in _parameters)
        {
            yield return (parameter, (start, parameter.numel()));
            start += parameter.numel();
        }
    }
}

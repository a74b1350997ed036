using Diffusion.Models;
using static TorchSharp.torch;

namespace Diffusion.Training;

/// <summary>A network as a trainer sees it: one that takes whole steps, or one that takes a time in its own measure and a context.</summary>
internal sealed class TrainedNetwork
{
    private readonly Func<Tensor, Tensor, Tensor?, Tensor> _call;
    private readonly Func<Tensor, Tensor> _timeOf;

    public TrainedNetwork(nn.Module<Tensor, Tensor, Tensor> module)
    {
        Module = module;
        _call = (xt, t, _) => module.call(xt, t);
        _timeOf = t => t;
    }

    public TrainedNetwork(ImageModel module, int last)
    {
        Module = module;
        _call = module.call;
        _timeOf = t => module.TimeOf(t, last);
    }

    public nn.Module Module { get; }

    public Tensor Call(Tensor xt, Tensor time, Tensor? context) => _call(xt, time, context);

    /// <summary>Steps, int64 [B], in the measure that the network takes.</summary>
    public Tensor TimeOf(Tensor t) => _timeOf(t);
}

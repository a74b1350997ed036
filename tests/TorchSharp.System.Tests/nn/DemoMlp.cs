using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

/// <summary>2 → units → units → units → 2, a learned embedding of the step added before each ReLU.</summary>
internal sealed class DemoMlp : Module<Tensor, Tensor, Tensor>
{
    private readonly ModuleList<Module<Tensor, Tensor>> linears;
    private readonly ModuleList<Embedding> step_embeddings;

    public DemoMlp(long steps, long units) : base(nameof(DemoMlp))
    {
        linears = new(
            Linear(2, units), ReLU(), Linear(units, units), ReLU(), Linear(units, units), ReLU(), Linear(units, 2));
        step_embeddings = new(Embedding(steps, units), Embedding(steps, units), Embedding(steps, units));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x, Tensor t)
    {
        using var scope = NewDisposeScope();
        for (var i = 0; i < 3; i++) x = linears[(2 * i) + 1].call(linears[2 * i].call(x) + step_embeddings[i].call(t));
        return linears[6].call(x).MoveToOuterDisposeScope();
    }
}

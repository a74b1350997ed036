using System.Globalization;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Modules of one tensor, each applied to what the one before it returned.</summary>
public class Sequential : Module<Tensor, Tensor>
{
    private readonly List<(string name, IModule<Tensor, Tensor> module)> _modules = [];

    internal Sequential(IEnumerable<(string name, IModule<Tensor, Tensor> module)> modules) : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules) append(name, module);
    }

    /// <summary>Makes a sequence of named modules.</summary>
    /// <param name="modules">The modules in order.</param>
    protected Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules)
        : this(modules.Select(m => (m.name, (IModule<Tensor, Tensor>)m.submodule)))
    {
    }

    /// <summary>Makes a sequence of modules, which are named by their numbers.</summary>
    /// <param name="modules">The modules in order.</param>
    protected Sequential(params Module<Tensor, Tensor>[] modules) : this(Enumerable.Empty<(string, IModule<Tensor, Tensor>)>())
    {
        foreach (var module in modules) append(module);
    }

    /// <summary>The number of modules.</summary>
    public int Count => _modules.Count;

    /// <summary>A module.</summary>
    /// <param name="index">Its place.</param>
    [IndexerName("SequentialItems")]
    public IModule<Tensor, Tensor> this[int index] => _modules[index].module;

    /// <summary>A sequence of some of the modules, which it shares with this one.</summary>
    /// <param name="index">The first one, and the one after the last; null for the ends.</param>
    [IndexerName("SequentialItems")]
    public Sequential this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? Count)];

    /// <summary>A sequence of some of the modules, which it shares with this one.</summary>
    /// <param name="index">Their places.</param>
    [IndexerName("SequentialItems")]
    public Sequential this[Range index]
    {
        get
        {
            var (start, length) = index.GetOffsetAndLength(Count);
            return new Sequential(_modules.GetRange(start, length));
        }
    }

    /// <summary>Adds a module at the end, named by its number.</summary>
    /// <param name="module">The module.</param>
    public Sequential append(IModule<Tensor, Tensor> module) => append(Count.ToString(CultureInfo.InvariantCulture), module);

    /// <summary>Adds a module at the end.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="module">The module.</param>
    public Sequential append(string name, IModule<Tensor, Tensor> module)
    {
        register_module(name, (Module)module);
        _modules.Add((name, module));
        return this;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor)
    {
        if (Count == 0) return tensor.alias(); // another object, so that disposing it leaves the input alone
        var result = tensor;
        foreach (var (_, module) in _modules)
        {
            var next = module.call(result);
            // What lies between two modules is nobody's; autograd keeps what it needs of it.
            if (!ReferenceEquals(result, tensor) && !ReferenceEquals(result, next)) result.Dispose();
            result = next;
        }
        return result;
    }
}

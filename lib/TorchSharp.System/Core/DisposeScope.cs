using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Disposes, when it ends, every tensor that was made on its thread since it was opened and was not moved out.
/// </summary>
public sealed partial class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager manager;

    // A tensor knows its place in this list, so that leaving a scope costs no search; what is not a tensor is rare.
    private readonly List<IDisposable> members = [];

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer)
    {
        this.manager = manager;
        OuterScope = outer;
    }

    internal DisposeScope? OuterScope { get; }

    /// <summary>A copy of the list of what the scope holds.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => [.. members];

    /// <summary>How many objects the scope holds.</summary>
    public int DisposablesCount => members.Count;

    /// <summary>Whether the scope holds the object.</summary>
    public bool Contains(IDisposable disposable) => IndexOf(disposable) >= 0;

    /// <summary>Puts an object into this scope, taking it out of the one that holds it.</summary>
    public void Attach(IDisposable disposable) => Enter(disposable, countsAsAttached: true);

    /// <summary>Puts objects into this scope.</summary>
    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    /// <summary>Puts objects into this scope.</summary>
    /// <returns>The objects.</returns>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        IReadOnlyList<IDisposable> list = [.. disposables];
        foreach (var disposable in list)
        {
            Attach(disposable);
        }
        return list;
    }

    /// <summary>Tells the scope that an object it holds was disposed by hand.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        if (Leave(disposable))
        {
            manager.Counts.TensorStatistics.DisposedInScopeCount++;
        }
    }

    /// <summary>Disposes everything in the scope and closes it.</summary>
    public void Dispose()
    {
        DisposeEverything();
        manager.Close(this);
    }

    /// <summary>A new tensor enters the scope: nothing to leave, nothing to look up.</summary>
    internal void Register(Tensor tensor)
    {
        tensor.OwningDisposeScope = this;
        tensor.ScopeIndex = members.Count;
        members.Add(tensor);
    }

    private void Enter(IDisposable disposable, bool countsAsAttached)
    {
        ArgumentNullException.ThrowIfNull(disposable);
        if (disposable is not Tensor tensor)
        {
            throw new InvalidOperationException($"A dispose scope manages tensors; it was given a {disposable.GetType().Name}.");
        }
        if (tensor.OwningDisposeScope == this)
        {
            return;
        }
        tensor.OwningDisposeScope?.Leave(tensor);
        Register(tensor);
        if (countsAsAttached)
        {
            manager.Counts.TensorStatistics.AttachedToScopeCount++;
        }
    }

    private int IndexOf(IDisposable disposable)
        => disposable is Tensor tensor && tensor.OwningDisposeScope == this ? tensor.ScopeIndex : -1;

    /// <summary>Takes an object out; the last one takes its place.</summary>
    private bool Leave(IDisposable disposable)
    {
        var index = IndexOf(disposable);
        if (index < 0)
        {
            return false;
        }
        var last = members[^1];
        members[index] = last;
        members.RemoveAt(members.Count - 1);
        if (last is Tensor moved)
        {
            moved.ScopeIndex = index;
        }
        if (disposable is Tensor tensor)
        {
            tensor.OwningDisposeScope = null;
        }
        return true;
    }
}

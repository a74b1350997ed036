using static TorchSharp.torch;

namespace TorchSharp;

public sealed partial class DisposeScope
{
    /// <summary>Disposes everything in the scope, which stays open.</summary>
    public void DisposeEverything()
    {
        // From the end, where leaving the list moves nothing; a disposable may bring others with it.
        while (members.Count > 0)
        {
            DisposeMember(members[^1]);
        }
    }

    /// <summary>Disposes everything in the scope but one object, which stays in it.</summary>
    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    /// <summary>Disposes everything in the scope but two objects, which stay in it.</summary>
    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    /// <summary>Disposes everything in the scope but three objects, which stay in it.</summary>
    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    /// <summary>Disposes everything in the scope but what is named, which stays in it.</summary>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <summary>Disposes everything in the scope but what is named, which stays in it.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        foreach (var member in DisposablesView)
        {
            if (!keep.Contains(member))
            {
                DisposeMember(member);
            }
        }
    }

    private void DisposeMember(IDisposable member)
    {
        Leave(member);
        if (member is not Tensor { IsInvalid: true })
        {
            manager.Counts.TensorStatistics.DisposedInScopeCount++;
        }
        if (member is Tensor tensor)
        {
            tensor.DisposeByScope();
        }
        else
        {
            member.Dispose();
        }
    }
}

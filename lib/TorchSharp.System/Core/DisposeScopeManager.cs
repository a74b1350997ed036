namespace TorchSharp;

/// <summary>The dispose scopes that are open on each thread.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? threadSingleton;

    internal static DisposeScopeManager ThreadSingleton => threadSingleton ??= new();

    /// <summary>What this thread's scopes have seen.</summary>
    public static ThreadDisposeScopeStatistics Statistics => ThreadSingleton.Counts;

    internal ThreadDisposeScopeStatistics Counts { get; } = new();

    /// <summary>The innermost open scope of the thread.</summary>
    internal DisposeScope? Current { get; private set; }

    internal DisposeScope Open() => Current = new DisposeScope(this, Current);

    /// <summary>Closes a scope, and with it whichever was opened inside it and left open.</summary>
    internal void Close(DisposeScope scope)
    {
        for (var open = Current; open is not null; open = open.OuterScope)
        {
            if (open == scope)
            {
                Current = scope.OuterScope;
                return;
            }
        }
    }
}

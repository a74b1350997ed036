using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using static TorchSharp.torch;

namespace Diffusion.Acceleration;

/// <summary>What there is to compute networks with, beside the tensor engine: whatever was registered.</summary>
/// <remarks>The library needs none. An assembly named Diffusion.Kernels that lies beside this one is loaded at the first question, and
/// registers in its module's initialiser what it has.</remarks>
public static class Accelerators
{
    private const string Companion = "Diffusion.Kernels";
    private static readonly Lock Gate = new();
    private static readonly Lazy<bool> Loaded = new(LoadCompanion);
    private static volatile IAccelerator[] _registered = [];

    [ThreadStatic]
    private static int _off;

    /// <summary>Makes an accelerator known; the last one that was registered is asked first.</summary>
    /// <param name="accelerator">The accelerator.</param>
    public static void Register(IAccelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        lock (Gate) _registered = [accelerator, .. _registered];
    }

    /// <summary>Has everything computed by the tensor engine alone, on this thread, until what is returned is disposed.</summary>
    /// <remarks>A predictor or a trainer that is made meanwhile stays so.</remarks>
    /// <example><code>using (Accelerators.Off()) plain = model.PredictNoise(xt, t);</code></example>
    public static IDisposable Off() => new Scope();

    internal static bool AreOff => _off > 0;

    internal static IEvaluation? Evaluate(nn.Module network) => Ask(one => one.Evaluate(network));

    internal static ITrainingPass? Train(nn.Module network, int batch) => Ask(one => one.Train(network, batch));

    internal static Tensor? Attend(Tensor qkv, int heads) => Ask(one => one.Attend(qkv, heads));

    private static T? Ask<T>(Func<IAccelerator, T?> question) where T : class
    {
        if (AreOff) return null;
        _ = Loaded.Value;
        foreach (var one in _registered)
            if (question(one) is { } answer) return answer;
        return null;
    }

    // In the context of this assembly, so that both mean the same types.
    private static bool LoadCompanion()
    {
        var own = typeof(Accelerators).Assembly;
        if (Path.GetDirectoryName(own.Location) is not { Length: > 0 } folder) return false;
        var path = Path.Combine(folder, Companion + ".dll");
        if (!File.Exists(path)) return false;
        var context = AssemblyLoadContext.GetLoadContext(own) ?? AssemblyLoadContext.Default;
        RuntimeHelpers.RunModuleConstructor(context.LoadFromAssemblyPath(path).ManifestModule.ModuleHandle);
        return true;
    }

    private sealed class Scope : IDisposable
    {
        private bool _ended;

        public Scope() => _off++;

        public void Dispose()
        {
            if (!_ended) _off--;
            _ended = true;
        }
    }
}

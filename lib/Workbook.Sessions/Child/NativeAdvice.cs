using System.Runtime.InteropServices;
using TorchNative;
using Workbook.Base;

namespace Workbook.Sessions.Child;

/// <summary>Says why TorchSharp's native part did not load on this machine, in place of TorchSharp, which blames a missing package for everything.</summary>
internal static class NativeAdvice
{
    /// <summary>A sentence to end a cell's error with; null where the error is another one.</summary>
    /// <param name="error">What the cell threw.</param>
    /// <param name="context">Knows the folders of the session's libraries.</param>
    public static string? On(Exception error, NotebookLoadContext context)
    {
        if (!Causes(error).Any(IsOfLoading))
            return null;
        if (Platform.WhyNot(Platform.Rid) is { } never)
            return never;
        var name = OperatingSystem.IsWindows() ? "LibTorchSharp.dll" : OperatingSystem.IsMacOS() ? "libLibTorchSharp.dylib" : NativeTorch.FileName;
        if (context.Find(name) is not { } file)
            return $"There is no {name} for {Platform.Rid} beside the TorchSharp.dll that this notebook names. {Remedy}";
        try
        {
            if (!NativeTorch.IsLackingIn(Path.GetDirectoryName(file)!))
                return WhatTheSystemSays(file);
            NativeTorch.EnsureIn(Path.GetDirectoryName(file)!);
            return $"{file} asked for a newer C++ library than this machine has, and has now been mended: restart, then run from the top.";
        }
        catch (NativeTorchException why)
        {
            return why.Message;
        }
    }

    private static string Remedy =>
        "`./workbook setup` builds a library that is whole; with packages, name a libtorch package of this platform beside TorchSharp, "
        + $"such as #r \"nuget: libtorch-cpu-{Platform.Rid}, 2.10.0\".";

    private static string WhatTheSystemSays(string file)
    {
        try
        {
            NativeLibrary.Load(file);
            return $"{file} loads on this machine now: restart, then run from the top.";
        }
        catch (Exception why) when (why is DllNotFoundException or BadImageFormatException)
        {
            return $"This machine ({Platform.Rid}) cannot load {file}: {why.Message.Split('\n')[0].Trim()} {Remedy}";
        }
    }

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
            yield return cause;
    }

    // The last two lack the name where it was TorchSharp's own loader that gave up.
    private static bool IsOfLoading(Exception error) => error switch
    {
        DllNotFoundException or BadImageFormatException => Mentions(error, "LibTorchSharp") || Mentions(error, "torch_cpu"),
        NotSupportedException => Mentions(error, "doesn't contain a reference to libtorch"),
        TypeInitializationException failed => failed.TypeName.StartsWith("TorchSharp.", StringComparison.Ordinal) && failed.InnerException is null or NotSupportedException,
        _ => false,
    };

    private static bool Mentions(Exception error, string text) => error.Message.Contains(text, StringComparison.Ordinal);
}

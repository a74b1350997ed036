using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.PackageManagement;

namespace Interactive.Tests;

/// <summary>.NET Interactive's own C# kernel, put together as its tools do, with the directives that our readers know.</summary>
public sealed class Engine : IDisposable
{
    private readonly CompositeKernel _kernel;

    public Engine()
    {
        var csharp = new CSharpKernel().UseKernelHelpers().UseWho().UseValueSharing();
        csharp.UseNugetDirective((kernel, packages) =>
        {
            kernel.AddAssemblyReferences(packages.SelectMany(package => package.AssemblyPaths));
            return Task.CompletedTask;
        });
        _kernel = new CompositeKernel { csharp };
        _kernel.UseImportMagicCommand();
        _kernel.DefaultKernelName = csharp.Name;
    }

    /// <summary>Runs a cell.</summary>
    public async Task<CellRecord> RunAsync(string id, string code)
    {
        var result = await _kernel.SendAsync(new SubmitCode(code));
        var shown = result.Events.OfType<DisplayEvent>()
            .Select(display => (IReadOnlyDictionary<string, string>)display.FormattedValues.ToDictionary(value => value.MimeType, value => value.Value))
            .ToList();
        return new CellRecord(id, result.Events.OfType<CommandFailed>().FirstOrDefault()?.Message, shown);
    }

    public void Dispose() => _kernel.Dispose();
}

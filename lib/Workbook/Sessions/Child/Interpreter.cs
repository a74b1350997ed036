using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis.Scripting;
using Workbook.Documents;
using Workbook.Sessions.Child.Directives;
using Workbook.Sessions.Formatting;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Child;

/// <summary>Executes cells one after the other and tells what they produce; knows nothing of pipes.</summary>
/// <param name="folder">The notebook's folder, from which <c>#r</c> and <c>#load</c> paths start.</param>
/// <param name="thread">Where cells run; <see cref="Execute(ExecuteRequest)"/> must be called there.</param>
internal sealed class Interpreter(string folder, CellThread thread)
{
    private readonly NotebookLoadContext _context = new();
    private readonly Dictionary<string, string> _sources = [];
    private readonly Lock _gate = new();
    private CellCompiler? _compiler;
    private object?[] _submissions = [null]; // The first place is for a host object; there is none.

    private CellCompiler Compiler
    {
        get
        {
            lock (_gate)
                return _compiler ??= new CellCompiler(folder, _context);
        }
    }

    /// <summary>What a next cell would be compiled as, empty; may be asked from any thread, also while a cell runs.</summary>
    public Script Next => Compiler.Create("", "");

    /// <summary>Has the runtime compile the compiler, so that the first cell need not wait for it.</summary>
    public static void WarmUp(string folder)
    {
        var compiler = new CellCompiler(folder, new NotebookLoadContext());
        compiler.Compile("var xs = new[] { 1.0, 2 }.Select(x => x + 1).ToList(); await Task.CompletedTask; xs.Count", "warm-up", default);
        ValueFormatter.Format(new { A = 1 });
    }

    /// <summary>Runs one cell; the last event is <see cref="DoneEvent"/>'s business and the caller's.</summary>
    public CellStatus Execute(ExecuteRequest request)
    {
        _sources[request.Name] = request.Code;
        try
        {
            thread.Interruptible(cancellation => RunParts(request, cancellation));
            return CellStatus.Succeeded;
        }
        catch (OperationCanceledException error) when (error.CancellationToken.IsCancellationRequested)
        {
            CellOutput.Post(new ErrorEvent(nameof(OperationCanceledException), "The cell was interrupted.",
                [$"{request.Name} was interrupted. What it had done so far is kept."], null));
            return CellStatus.Interrupted;
        }
        catch (CompilationFailedException failure)
        {
            CellOutput.Post(CompilationReport.Create(failure.Errors, request.Name, request.Code));
        }
        catch (Exception error)
        {
            CellOutput.Post(new Traceback(_sources, IsCell).Create(error, request.Name));
        }
        return CellStatus.Failed;
    }

    private bool RunParts(ExecuteRequest request, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var directives = CellDirectives.Parse(request.Code);
        foreach (var part in directives.Parts)
            if (part.MimeType is { } mime)
                CellOutput.Display(new MimeBundle(mime, part.Text));
            else
                RunCode(part.Text, request.Name, cancellation);
        if (directives.Timed)
            CellOutput.Display(new MimeBundle(MimeBundle.Plain, string.Create(
                CultureInfo.InvariantCulture, $"Wall time: {clock.Elapsed.TotalMilliseconds:0.0} ms")));
        return true;
    }

    private void RunCode(string code, string name, CancellationToken cancellation)
    {
        var cell = Compiler.Compile(code, name, cancellation);
        if (cell.Image is null)
        {
            Compiler.Keep(cell);
            return;
        }
        var run = cell.Image.Load(_context);

        // The cell's object puts itself behind those before it; then later cells may build on it, even if it fails.
        Array.Resize(ref _submissions, _submissions.Length + 1);
        var submissions = _submissions;
        try
        {
            var value = CellThread.Run(() => run(submissions), cancellation);
            if (cell.HasValue)
                CellThread.Run(() =>
                {
                    CellOutput.Post(new ResultEvent(ValueFormatter.Format(value)));
                    return Task.FromResult<object>(true);
                }, cancellation);
        }
        finally
        {
            if (submissions[^1] is null)
                _submissions = submissions[..^1];
            else
                Compiler.Keep(cell);
        }
    }

    private bool IsCell(Assembly assembly) =>
        assembly.IsDynamic || (assembly.Location.Length == 0 && _context.Assemblies.Contains(assembly));
}

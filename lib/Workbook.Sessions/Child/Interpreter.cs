using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis.Scripting;
using Workbook.Documents;
using Workbook.Sessions.Child.Directives;
using Workbook.Sessions.Child.Packages;
using Workbook.Sessions.Formatting;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Child;

/// <summary>Executes cells one after the other and tells what they produce; knows nothing of pipes.</summary>
internal sealed class Interpreter
{
    private readonly CellThread _thread;
    private readonly NotebookLoadContext _context = new();
    private readonly Importer _importer;
    private readonly SessionPackages _packages;
    private readonly VariableDirectives _variables;
    private readonly Dictionary<string, string> _sources = [];
    private readonly Lock _gate = new();
    private readonly string _folder;
    private CellCompiler? _compiler;
    private object?[] _submissions = [null]; // The first place is for a host object; there is none.
    private int? _importLine;
    private volatile string? _running;

    /// <param name="folder">The notebook's folder, from which paths start.</param>
    /// <param name="thread">Where cells run; <see cref="Execute(ExecuteRequest)"/> must be called there.</param>
    public Interpreter(string folder, CellThread thread)
    {
        (_folder, _thread) = (folder, thread);
        _importer = new Importer(folder);
        _packages = new SessionPackages(folder, _context);
        _variables = new VariableDirectives(folder, CellInput.Ask);
    }

    private CellCompiler Compiler
    {
        get
        {
            lock (_gate)
                return _compiler ??= new CellCompiler(_folder, _context);
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
        _running = request.Name;
        try
        {
            _thread.Interruptible(cancellation => Run(request, cancellation));
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
            CellOutput.Post(AtImport(CompilationReport.Fail(failure.Errors, request.Name, request.Code)));
        }
        catch (DirectiveException error)
        {
            CellOutput.Post(AtImport(DirectiveReport.Create(error, request.Name, request.Code)));
        }
        catch (Exception error)
        {
            CellOutput.Post(AtImport(new Traceback(_sources, IsCell).Create(error, request.Name, NativeAdvice.On(error, _context))));
        }
        return CellStatus.Failed;
    }

    /// <summary>Where the cell that runs stands, before native code ends the process; null where the stack is not a cell's.</summary>
    public FallEvent? Fall(StackTrace stack) => _running is { } name ? new Traceback(_sources, IsCell).Place(stack, name) : null;

    // What fails in an imported file fails at the line that imports it.
    private ErrorEvent AtImport(ErrorEvent error) => error with { Line = _importLine ?? error.Line };

    private bool Run(ExecuteRequest request, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        _importLine = null;
        var timed = RunParts(request.Code, request.Name, isImported: false, cancellation);
        if (timed)
            CellOutput.Display(new MimeBundle(MimeBundle.Plain, string.Create(
                CultureInfo.InvariantCulture, $"Wall time: {clock.Elapsed.TotalMilliseconds:0.0} ms")));
        return timed;
    }

    private bool RunParts(string code, string name, bool isImported, CancellationToken cancellation)
    {
        var cell = CellParts.Parse(code);
        for (var index = 0; index < cell.Parts.Count; index++)
            switch (cell.Parts[index])
            {
                case ShownPart shown:
                    CellOutput.Display(ShownText.Bundle(shown));
                    break;
                case CommandPart command:
                    RunCommand(command.Directive, name, isImported, cancellation);
                    break;
                case ValuePart value:
                    Declare(value.Directive, value.Text, name, cancellation);
                    break;
                case CodePart part:
                    // A cell has one result at most: what earlier pieces end in is shown like anything else.
                    RunCode(part, name, isResult: !isImported && index == cell.Parts.Count - 1, cancellation);
                    break;
            }
        return cell.Timed;
    }

    private void Declare(Directive directive, string text, string name, CancellationToken cancellation)
    {
        var code = "";
        CellThread.Run(() => Task.FromResult<object>(code = _variables.Declare(directive, text)), awaits: false, cancellation);
        if (code.Length > 0)
            RunCode(new CodePart(new string('\n', directive.Line - 1) + code, []), name, isResult: false, cancellation);
    }

    private void RunCommand(Directive directive, string name, bool isImported, CancellationToken cancellation)
    {
        switch (directive.Name)
        {
            case "#!import":
                if (!isImported)
                    _importLine = directive.Line;
                _importer.Import(directive, (code, source) =>
                {
                    _sources[Path.GetFileName(source)] = code;
                    RunImported(code, source, directive.Line, cancellation);
                });
                if (!isImported)
                    _importLine = null;
                break;
            case VariableDirectives.Set or VariableDirectives.Share:
                Declare(directive, "", name, cancellation);
                break;
            case "#!who":
                CellOutput.Display(Variables.Names(_submissions));
                break;
            case "#!whos":
                CellOutput.Display(Variables.Table(_submissions));
                break;
            case "#!lsmagic":
                CellOutput.Display(TextTable.Create(["Directive", "What it does"],
                    [.. DirectiveHelp.All.Select(help => (string[])[$"{string.Join(", ", help.Names)} {help.Argument}".TrimEnd(), help.Summary])]));
                break;
        }
    }

    private void RunImported(string code, string name, int line, CancellationToken cancellation)
    {
        try
        {
            RunParts(code, name, isImported: true, cancellation);
        }
        catch (DirectiveException error)
        {
            throw new DirectiveException($"{name}, line {error.Line}: {error.Message}", line);
        }
    }

    private void RunCode(CodePart part, string name, bool isResult, CancellationToken cancellation)
    {
        Compiler.AddReferences(_packages.Add(part, cancellation));
        var cell = Compiler.Compile(part.Text, name, cancellation);
        if (cell.Image is null)
        {
            Compiler.Keep(cell);
            return;
        }
        if (cell.Warnings.Count > 0)
            CellOutput.Post(CompilationReport.Warn(cell.Warnings, name, part.Text));
        var run = cell.Image.Load(_context);

        // The cell's object puts itself behind those before it; then later cells may build on it, even if it fails.
        Array.Resize(ref _submissions, _submissions.Length + 1);
        var submissions = _submissions;
        try
        {
            var value = MemoryGuard.Guard(() => CellThread.Run(() => run(submissions), cell.Awaits, cancellation));
            if (cell.HasValue)
                CellThread.Run(() => Show(value, isResult), awaits: false, cancellation);
        }
        finally
        {
            if (submissions[^1] is null)
                _submissions = submissions[..^1];
            else
                Compiler.Keep(cell);
        }
    }

    private static Task<object> Show(object? value, bool isResult)
    {
        var data = ValueFormatter.Format(value);
        if (isResult)
            CellOutput.Post(new ResultEvent(data));
        else
            CellOutput.Display(data);
        return Task.FromResult<object>(true);
    }

    private bool IsCell(Assembly assembly) =>
        assembly.IsDynamic || (assembly.Location.Length == 0 && _context.Assemblies.Contains(assembly));
}

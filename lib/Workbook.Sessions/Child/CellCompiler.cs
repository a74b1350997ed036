using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.Formatting;
using Workbook.Sessions.Cells;

namespace Workbook.Sessions.Child;

/// <summary>Compiles cells, each able to see all that earlier ones declared.</summary>
internal sealed class CellCompiler
{
    private static readonly string[] Usings =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Linq", "System.Threading.Tasks",
        typeof(CellFunctions).Namespace!, typeof(CellFunctions).FullName!,
    ];

    private volatile ScriptOptions _options;
    private volatile Script? _last;

    public CellCompiler(string folder, NotebookLoadContext context)
    {
        var references = Framework.Base
            .Concat([typeof(CellFunctions).Assembly.Location, typeof(Formatter).Assembly.Location])
            .Select(path => MetadataReference.CreateFromFile(path));
        _options = ScriptOptions.Default
            .WithReferences(references)
            .WithImports(Usings)
            .WithMetadataResolver(new ReferenceResolver(folder, context))
            .WithSourceResolver(new SourceFileResolver([], folder))
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithLanguageVersion(CellDialect.Version)
            .WithFileEncoding(Encoding.UTF8)
            .WithAllowUnsafe(true);
    }

    /// <summary>Has this cell and later ones see the libraries.</summary>
    public void AddReferences(IEnumerable<string> paths) =>
        _options = _options.AddReferences(paths.Select(path => MetadataReference.CreateFromFile(path)));

    /// <summary>Compiles a cell; later ones see it only after <see cref="Keep"/>.</summary>
    /// <param name="code">C# in the dialect of scripts.</param>
    /// <param name="name">What errors and tracebacks call it.</param>
    /// <param name="cancellation">Stops the compiler.</param>
    /// <exception cref="CompilationFailedException">The code has errors.</exception>
    public CompiledCell Compile(string code, string name, CancellationToken cancellation)
    {
        var script = Create(code, name);
        var original = script.GetCompilation();
        var compilation = LoopChecks.Insert(original, cancellation);
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(
            assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb),
            cancellationToken: cancellation);
        // Places are those of the text that the reader wrote.
        var diagnostics = emitted.Success ? [] : original.GetDiagnostics(cancellation);
        var errors = diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new CompilationFailedException(errors);
        if (!emitted.Success)
            return new CompiledCell(script, null, HasValue: false, Awaits: false, []); // Nothing but comments, usings or references.
        var entry = compilation.GetEntryPoint(cancellation)!;
        var image = new CellImage(
            assembly.ToArray(), symbols.ToArray(), entry.ContainingType.MetadataName, entry.MetadataName);
        return new CompiledCell(
            script, image, HasValue(compilation, cancellation), Awaits(original, cancellation), CellWarnings.Find(original, cancellation));
    }

    /// <summary>A cell after those that are kept, not yet compiled; may be called from any thread.</summary>
    public Script Create(string code, string name)
    {
        var options = _options.WithFilePath(name);
        return _last is { } last ? last.ContinueWith<object>(code, options) : CSharpScript.Create<object>(code, options);
    }

    /// <summary>Makes what the cell declared visible to later ones.</summary>
    public void Keep(CompiledCell cell) => _last = cell.Script;

    // A last expression without a semicolon is the cell's value, unless it has none, as a call of a void method.
    private static bool HasValue(Compilation compilation, CancellationToken cancellation)
    {
        var tree = compilation.SyntaxTrees.Last();
        var root = (CompilationUnitSyntax)tree.GetRoot(cancellation);
        return root.Members.LastOrDefault() is GlobalStatementSyntax
        {
            Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true, Expression: var expression },
        } && compilation.GetSemanticModel(tree).GetTypeInfo(expression, cancellation).Type?.SpecialType
            != SpecialType.System_Void;
    }

    // In the cell's text or in a file that it loads; a function's awaits are its caller's business.
    private static bool Awaits(Compilation compilation, CancellationToken cancellation) => compilation.SyntaxTrees
        .SelectMany(tree => tree.GetRoot(cancellation).DescendantTokens(node => !IsFunctionOrType(node)))
        .Any(token => token.IsKind(SyntaxKind.AwaitKeyword));

    private static bool IsFunctionOrType(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax
        or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax;
}

/// <summary>A cell ready to be run.</summary>
/// <param name="Script">What later cells are compiled against.</param>
/// <param name="Image">Its code; null where there is nothing to run.</param>
/// <param name="HasValue">Whether it ends in an expression to show.</param>
/// <param name="Awaits">Whether it awaits something itself, not only in functions of its own.</param>
/// <param name="Warnings">What it may not mean as it stands.</param>
internal sealed record CompiledCell(Script Script, CellImage? Image, bool HasValue, bool Awaits, IReadOnlyList<Diagnostic> Warnings);

/// <summary>A cell's compiled code.</summary>
/// <param name="Assembly">The PE image.</param>
/// <param name="Symbols">Its portable debug symbols, which give tracebacks their lines.</param>
/// <param name="EntryType">The type that holds the entry point.</param>
/// <param name="EntryMethod">The entry point.</param>
internal sealed record CellImage(byte[] Assembly, byte[] Symbols, string EntryType, string EntryMethod)
{
    /// <summary>Loads the code; what it returns takes the cells' objects so far, and adds the cell's own to them.</summary>
    public Func<object?[], Task<object>> Load(AssemblyLoadContext context) =>
        context.LoadFromStream(new MemoryStream(Assembly), new MemoryStream(Symbols))
            .GetType(EntryType)!
            .GetMethod(EntryMethod, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object>>>();
}

/// <summary>A cell does not compile.</summary>
internal sealed class CompilationFailedException(IReadOnlyList<Diagnostic> errors)
    : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<Diagnostic> Errors { get; } = errors;
}

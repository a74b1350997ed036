using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Text;

namespace Workbook.Sessions.Child.Language;

/// <summary>The session as an editor's services see it: a project for every cell that has run, each upon the one before.</summary>
internal sealed class CellWorkspace : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly List<(Script Script, ProjectId Project)> _cells = [];
    private Solution _solution;

    public CellWorkspace() => _solution = _workspace.CurrentSolution;

    /// <summary>A document of the given text, written after the cells that have run.</summary>
    /// <param name="next">What a next cell would be compiled as, empty.</param>
    /// <param name="code">C#, without what is the host's.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Document> OpenAsync(Script next, string code, CancellationToken cancellation)
    {
        foreach (var script in Missing(next.Previous))
        {
            // Bound here once, so that every later question finds it done.
            var (solution, document) = Add(_solution, script, script.Code);
            await solution.GetProject(document.ProjectId)!.GetCompilationAsync(cancellation);
            _solution = solution;
            _cells.Add((script, document.ProjectId));
        }
        var (opened, id) = Add(_solution, next, code);
        return opened.GetDocument(id)!;
    }

    public void Dispose() => _workspace.Dispose();

    private Stack<Script> Missing(Script? last)
    {
        var missing = new Stack<Script>();
        for (var script = last; script is not null && (_cells.Count == 0 || _cells[^1].Script != script); script = script.Previous)
            missing.Push(script);
        return missing;
    }

    private (Solution Solution, DocumentId Document) Add(Solution solution, Script script, string code)
    {
        var compilation = (CSharpCompilation)script.GetCompilation();
        var project = ProjectId.CreateNewId();
        var document = DocumentId.CreateNewId(project);
        var name = $"cell{_cells.Count}";
        solution = solution
            .AddProject(ProjectInfo.Create(
                project, VersionStamp.Default, name, name, LanguageNames.CSharp, isSubmission: true,
                compilationOptions: compilation.Options,
                parseOptions: compilation.SyntaxTrees[^1].Options,
                metadataReferences: compilation.ExternalReferences,
                projectReferences: _cells.Count == 0 ? [] : [new ProjectReference(_cells[^1].Project)]))
            .AddDocument(DocumentInfo.Create(
                document, name, sourceCodeKind: SourceCodeKind.Script,
                loader: TextLoader.From(TextAndVersion.Create(SourceText.From(code), VersionStamp.Default))));
        return (solution, document);
    }
}

using Workbook.Base;
using Workbook.Documents;

namespace Workbook.Sessions.Running;

/// <summary>Which notebook is run, and where its executed copy goes.</summary>
/// <param name="Source">The notebook's absolute path.</param>
/// <param name="Target">The copy's, under <c>artifacts/run</c>.</param>
internal sealed record RunPlan(string Source, string Target)
{
    /// <summary>Where under <c>artifacts/run</c> the copies of notebooks go that do not lie in <c>notebooks/</c>.</summary>
    private const string Elsewhere = "elsewhere";

    /// <summary>Whether the copy is what a page of the book shows.</summary>
    public bool IsInBook { get; init; } = true;

    /// <summary>The notebooks named, or all of <c>notebooks/</c> in order.</summary>
    /// <exception cref="NotebookException">One is missing, two have the same copy, or there is none at all.</exception>
    public static IReadOnlyList<RunPlan> Create(Repository repository, IReadOnlyList<string> notebooks)
    {
        if (notebooks.Count == 0)
            notebooks = Directory.Exists(repository.Notebooks)
                ? [.. Directory.GetFiles(repository.Notebooks, "*.ipynb").Order(StringComparer.Ordinal)]
                : [];
        if (notebooks.Count == 0)
            throw new NotebookException(repository.Notebooks, "holds no notebook.", "Name one: ./workbook run FILE.ipynb");
        var plans = notebooks.Select(notebook => Create(repository, notebook)).ToList();
        if (plans.CountBy(plan => plan.Target).FirstOrDefault(copy => copy.Value > 1) is { Key: { } target })
            throw new NotebookException(target, "would be the copy of two notebooks.", "Run them one by one.");
        return plans;
    }

    // A notebook of ours keeps its folder, since solutions have the same names. No other may take the place of one of them,
    // as their copies are the book's pages: one from elsewhere goes to a folder apart, a .dib keeps its ending before the new one.
    private static RunPlan Create(Repository repository, string notebook)
    {
        var source = Path.GetFullPath(notebook);
        if (!File.Exists(source))
            throw new NotebookException(notebook, "is not there.", "Name a notebook's file, or none to run them all.");
        if (!NotebookFile.IsNotebook(source))
            throw new NotebookException(notebook, "is no notebook.", $"Name an {NotebookFile.Jupyter} or {NotebookFile.Polyglot} file.");
        var relative = Path.GetRelativePath(repository.Notebooks, source);
        var inside = relative.Split(Path.DirectorySeparatorChar)[0] != ".." && !Path.IsPathRooted(relative);
        var target = Path.Combine(repository.Runs, inside ? relative : Path.Combine(Elsewhere, Path.GetFileName(source)));
        return Path.GetExtension(source).Equals(NotebookFile.Jupyter, StringComparison.OrdinalIgnoreCase)
            ? new RunPlan(source, target) { IsInBook = inside }
            : new RunPlan(source, target + NotebookFile.Jupyter) { IsInBook = false };
    }
}

using System.Text.Json.Nodes;

namespace Workbook.Documents;

/// <summary>In which language a notebook is, as its metadata and its cells have it, which need not agree.</summary>
internal static class NotebookLanguage
{
    private const string Own = "name", Language = "language", Title = "display_name", DotNet = ".net-", Polyglot = "polyglot-notebook";

    /// <summary>What a cell may be in and run here, or be shown.</summary>
    private static readonly string[] Here = [KernelNames.CSharp, KernelNames.Markdown, KernelNames.Raw, "html", "javascript", "mermaid", "value"];

    /// <summary>The kernel that the notebook is written for, where that is one of another language; else null.</summary>
    public static string? Other(Notebook notebook)
    {
        var cells = notebook.Cells.Where(cell => cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source)).Select(Of).ToList();
        var spec = notebook.Metadata["kernelspec"] as JsonObject;
        var (language, title) = Default(notebook.Metadata, spec, cells.Contains(KernelNames.CSharp));
        var foreign = cells.Select(cell => cell ?? language).Where(cell => !Here.Contains(cell)).ToList();
        if (language == KernelNames.CSharp)
            return foreign.Count > 0 && foreign.Count == cells.Count ? KernelNames.Title(foreign[0]) : null;
        // Every cell may say of itself that it is C#, whatever the notebook says of the rest.
        return foreign.Count == 0 && cells.Contains(KernelNames.CSharp) ? null : title;
    }

    // What a tool has noted of the cell, or the cell itself says in its first line; null where neither does.
    private static string? Of(Cell cell)
    {
        var line = cell.Source.TrimStart().Split('\n')[0].Trim();
        var named = line.StartsWith("#!", StringComparison.Ordinal) ? KernelNames.Find(line[2..]) : null;
        return named ?? (cell.NotedKernel is { } noted ? KernelNames.Find(noted) ?? noted : null);
    }

    // The language of a cell that names none, and what to call its kernel.
    private static (string Language, string Title) Default(JsonObject metadata, JsonObject? spec, bool hasCSharp)
    {
        var (name, title) = (Text(spec, Own), Text(spec, Title));
        if (name is null || name.StartsWith(DotNet, StringComparison.Ordinal))
        {
            var noted = Noted(metadata, "polyglot_notebook") ?? Noted(metadata, "dotnet_interactive");
            if ((noted ?? name?[DotNet.Length..]) is { } kernel)
                return Named(kernel, noted is null || name is null ? title : null);
            // VS Code notes Python of a notebook whose kernel it does not know, of ours too.
            if (hasCSharp)
                return Named(KernelNames.CSharp, title);
        }
        var language = Text(spec, Language) ?? (metadata["language_info"] is JsonObject info ? Text(info, Own) : null);
        if (language is null or Polyglot)
            language = name is null || IsCSharp(name) ? KernelNames.CSharp : name;
        return Named(language, title ?? name);
    }

    private static (string, string) Named(string language, string? title) =>
        IsCSharp(language) ? (KernelNames.CSharp, title ?? language) : (language, title ?? KernelNames.Title(language));

    private static bool IsCSharp(string name) =>
        name.Contains(KernelNames.CSharp, StringComparison.OrdinalIgnoreCase) || name.Contains("c#", StringComparison.OrdinalIgnoreCase);

    private static string? Noted(JsonObject metadata, string tool) =>
        Text((metadata[tool] as JsonObject)?["kernelInfo"] as JsonObject ?? metadata[tool] as JsonObject, "defaultKernelName");

    private static string? Text(JsonObject? from, string key) =>
        from?[key] is JsonValue value && value.TryGetValue<string>(out var text) && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}

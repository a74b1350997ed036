using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Workbook.Sessions.Child.Language;

/// <summary>The documentation comment of something that code names.</summary>
internal sealed class Documentation
{
    private const string InheritElement = "inheritdoc";

    private readonly XElement? _comment;

    private Documentation(XElement? comment) => _comment = comment;

    public static Documentation Of(ISymbol symbol, Compilation compilation)
    {
        var meant = symbol switch
        {
            IMethodSymbol { ReducedFrom: { } extension } => extension,
            ILocalSymbol local => local.Type,
            IFieldSymbol { ContainingType.IsScriptClass: true } variable => variable.Type,
            _ => symbol,
        };
        return new Documentation(Comment(meant.OriginalDefinition, compilation));
    }

    /// <summary>The texts to show, one after the other.</summary>
    /// <param name="detailed">Whether to tell all, rather than the summary alone.</param>
    /// <param name="markdown">Whether as Markdown, rather than as plain text.</param>
    public IEnumerable<string> Paragraphs(bool detailed, bool markdown)
    {
        if (_comment is null)
            return [];
        var text = new DocumentationText(markdown);
        var summary = _comment.Elements("summary").Select(text.Of);
        if (!detailed)
            return summary.Where(paragraph => paragraph.Length > 0);
        return summary
            .Concat(_comment.Elements("typeparam").Concat(_comment.Elements("param")).Select(parameter =>
                $"{text.Code((string?)parameter.Attribute("name") ?? "")}: {text.Of(parameter)}"))
            .Concat(_comment.Elements("returns").Select(element => $"Returns: {text.Of(element)}"))
            .Concat(_comment.Elements("exception").Select(element => $"Throws {text.Reference(element)}: {text.Of(element)}"))
            .Concat(_comment.Elements("remarks").Select(text.Of))
            .Where(paragraph => paragraph.Length > 0);
    }

    private static XElement? Comment(ISymbol symbol, Compilation compilation)
    {
        var own = Parse(symbol.GetDocumentationCommentXml()) ?? FromFile(symbol, compilation);
        if (own is not null && own.Element(InheritElement) is null)
            return own;
        return Base(symbol) is { } inherited ? Comment(inherited.OriginalDefinition, compilation) : own;
    }

    private static XElement? FromFile(ISymbol symbol, Compilation compilation) =>
        symbol.GetDocumentationCommentId() is { } id && symbol.ContainingAssembly is { } assembly &&
        compilation.GetMetadataReference(assembly) is PortableExecutableReference { FilePath: { } path }
            ? Parse(DocumentationFiles.Find(path, id))
            : null;

    private static XElement? Parse(string? xml)
    {
        try
        {
            return string.IsNullOrWhiteSpace(xml) ? null : XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null; // A comment that is no XML says nothing.
        }
    }

    // What has no text of its own speaks with that of what it implements; a constructor with its type's.
    private static ISymbol? Base(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method,
        IPropertySymbol { OverriddenProperty: { } property } => property,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
        INamedTypeSymbol { BaseType: { SpecialType: SpecialType.None } type } => type,
        IMethodSymbol or IPropertySymbol => symbol.ContainingType?.AllInterfaces
            .SelectMany(contract => contract.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol)),
        _ => null,
    };
}

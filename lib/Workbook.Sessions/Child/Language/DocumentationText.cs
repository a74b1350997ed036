using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Workbook.Sessions.Child.Language;

/// <summary>Writes a documentation comment's elements as text to read.</summary>
/// <param name="markdown">Whether names and code are marked as such.</param>
internal sealed partial class DocumentationText(bool markdown)
{
    public string Code(string text) => markdown && text.Length > 0 ? $"`{text}`" : text;

    public string Of(XElement element)
    {
        var text = new StringBuilder();
        Append(text, element);
        var lines = text.ToString().Split('\n').Select(line => Blanks().Replace(line, " ").Trim());
        return EmptyLines().Replace(string.Join('\n', lines), "\n\n").Trim();
    }

    /// <summary>The name that an element refers to: <c>T:System.Int32</c> is <c>Int32</c>.</summary>
    public string Reference(XElement element)
    {
        var target = (string?)(element.Attribute("cref") ?? element.Attribute("langword") ?? element.Attribute("name")) ?? "";
        if (target.Length > 1 && target[1] == ':')
        {
            var name = target[2..].Split('(')[0];
            target = name[(name.LastIndexOf('.') + 1)..].Split('`')[0];
        }
        return target.Length == 0 ? (string?)element.Attribute("href") ?? "" : Code(target);
    }

    private void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
            switch (node)
            {
                case XText words:
                    text.Append(words.Value.ReplaceLineEndings(" "));
                    break;
                case XElement { IsEmpty: true, Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } reference:
                    text.Append(Reference(reference));
                    break;
                case XElement { Name.LocalName: "c" } code:
                    text.Append(Code(code.Value));
                    break;
                case XElement { Name.LocalName: "code" } code:
                    text.Append("\n\n").Append(code.Value.Trim()).Append("\n\n");
                    break;
                case XElement { Name.LocalName: "item" } item:
                    text.Append("\n- ");
                    Append(text, item);
                    break;
                case XElement { Name.LocalName: "para" or "br" } paragraph:
                    text.Append("\n\n");
                    Append(text, paragraph);
                    text.Append("\n\n");
                    break;
                case XElement other:
                    Append(text, other);
                    break;
            }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex EmptyLines();
}

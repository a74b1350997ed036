namespace Workbook.Sessions.Protocol;

/// <summary>What a completion is, by the names that Jupyter's front ends have icons for.</summary>
internal static class CompletionType
{
    public const string Class = "class";
    public const string Struct = "struct";
    public const string Interface = "interface";
    public const string Enum = "enum";
    public const string Delegate = "delegate";
    public const string Namespace = "module";
    public const string Function = "function";
    public const string Property = "property";
    public const string Field = "field";
    public const string Event = "event";
    public const string Variable = "variable";
    public const string Argument = "param";
    public const string Keyword = "keyword";
    public const string Path = "path";
    public const string Directive = "magic";
}

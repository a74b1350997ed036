using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Workbook.Documents;

/// <summary>What a .dib says of itself under <c>#!meta</c>: .NET Interactive's languages, and what else a notebook holds.</summary>
/// <remarks>
/// The format has no place for a cell's id, tags and the like, so they stand in an entry of our own, which other programs keep.
/// </remarks>
internal static class DibMeta
{
    public const string KernelInfo = "kernelInfo";
    public const string Own = "workbook";
    public const string Cells = "cells";
    public const string Metadata = "metadata";
    public const string Attachments = "attachments";
    public const string Id = "id";
    public const string Lines = "lines";
    public const string Hash = "hash";

    /// <summary>The notebook metadata by which every host knows a C# notebook.</summary>
    public static JsonObject DefaultNotebook => new()
    {
        ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
        ["language_info"] = new JsonObject
        {
            ["file_extension"] = ".cs",
            ["mimetype"] = "text/x-csharp",
            ["name"] = KernelNames.CSharp,
            ["pygments_lexer"] = "csharp",
        },
        ["polyglot_notebook"] = new JsonObject { [KernelInfo] = DefaultKernelInfo },
    };

    public static JsonObject DefaultKernelInfo => new()
    {
        ["defaultKernelName"] = KernelNames.CSharp,
        ["items"] = new JsonArray(new JsonObject { ["aliases"] = new JsonArray(), ["name"] = KernelNames.CSharp }),
    };

    /// <summary>The metadata of a cell of which nothing but its language is known.</summary>
    public static JsonObject DefaultCell(CellKind kind, string kernel) => kind != CellKind.Code ? [] : new JsonObject
    {
        ["dotnet_interactive"] = new JsonObject { ["language"] = kernel },
        ["polyglot_notebook"] = new JsonObject { ["kernelName"] = kernel },
    };

    /// <summary>By what a cell's text is known again.</summary>
    public static string HashOf(string source) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)), 0, 4);
}

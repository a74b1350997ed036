using System.Text.Json;
using System.Text.Json.Nodes;
using Workbook.Base;
using Workbook.Documents;

namespace Workbook.Jupyter.Specs;

/// <summary>A kernel as Jupyter knows it: a folder with a <c>kernel.json</c> that says how to start it.</summary>
/// <param name="Name">The folder's name, by which notebooks ask for it.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="Program">This program's dll, if it is ours; else null.</param>
internal sealed record KernelSpec(string Name, string Folder, string? Program)
{
    /// <summary>The name that C# notebooks ask for.</summary>
    public const string UsualName = ".net-csharp";

    /// <summary>What the program is told to be, and where it finds the client that wants it.</summary>
    public const string Command = "kernel", FileOption = "--connection-file";

    private const string FileName = "kernel.json";

    /// <summary>Whether what it starts is still there.</summary>
    public bool IsWhole => Program is not null && File.Exists(Program);

    /// <summary>The kernel of that name in a folder of kernels; null where there is none.</summary>
    public static KernelSpec? Find(string kernels, string name)
    {
        var file = Path.Combine(kernels, name, FileName);
        if (!File.Exists(file))
            return null;
        var arguments = Parse(file)?["argv"] as JsonArray ?? [];
        return new KernelSpec(name, Path.GetDirectoryName(file)!, arguments.Select(item => item?.ToString())
            .FirstOrDefault(argument => argument is not null && Path.GetFileName(argument) == HostProgram.FileName));
    }

    /// <summary>Writes a kernel that starts this very program.</summary>
    /// <param name="kernels">The folder of kernels.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="displayName">What menus call it.</param>
    /// <param name="dotnet">The .NET host.</param>
    /// <param name="root">The source tree that it belongs to.</param>
    public static KernelSpec Write(string kernels, string name, string displayName, string dotnet, string root)
    {
        var json = new JsonObject
        {
            // The built program itself: `dotnet run` would cost two seconds and a process.
            ["argv"] = new JsonArray(dotnet, HostProgram.Location, Command, FileOption, "{connection_file}"),
            ["display_name"] = displayName,
            ["language"] = KernelInfo.Language,
            ["interrupt_mode"] = "message",
            ["env"] = new JsonObject
            {
                ["DOTNET_ROOT"] = Path.GetDirectoryName(dotnet),
                ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
                ["WORKBOOK_ROOT"] = root,
            },
        };
        var folder = Path.Combine(kernels, name);
        Aside.WriteText(Path.Combine(folder, FileName), JsonText.Write(json));
        return new KernelSpec(name, folder, HostProgram.Location);
    }

    private static JsonObject? Parse(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) as JsonObject;
        }
        catch (JsonException)
        {
            return null; // Someone else's, and broken.
        }
    }
}

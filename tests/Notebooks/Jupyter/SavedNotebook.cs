using System.Text.Json.Nodes;
using Workbook.Jupyter;
using Workbook.Tests.Jupyter;

namespace Notebooks.Tests.Jupyter;

/// <summary>A notebook's cells as a client keeps them, from what the kernel tells: each run replaces a cell's outputs.</summary>
internal sealed class SavedNotebook(WireClient client)
{
    private readonly OrderedDictionary<string, JsonArray> _outputs = [];
    private readonly Dictionary<string, JsonObject> _displays = [];
    private readonly Dictionary<string, string> _code = [];

    /// <summary>Runs a cell, under its name.</summary>
    public void Run(string cell, string code)
    {
        _code[cell] = code;
        var outputs = _outputs[cell] = [];
        foreach (var heard in client.Finish(client.Post(code, cell: cell)).Heard)
            Take(outputs, heard);
    }

    /// <summary>How often a text stands in the outputs.</summary>
    public int Count(string text) => _outputs.Values.Sum(outputs => outputs.ToJsonString().Split(text).Length - 1);

    /// <summary>What a cell shows.</summary>
    public string Text(string cell) => _outputs[cell].ToJsonString();

    public Task SaveAsync(string path) => File.WriteAllTextAsync(path, new JsonObject
    {
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
        ["metadata"] = new JsonObject
        {
            ["kernelspec"] = new JsonObject { ["name"] = JupyterHome.KernelName, ["display_name"] = ".NET (C#)", ["language"] = KernelInfo.Language },
        },
        ["cells"] = new JsonArray([.. _outputs.Select(cell => new JsonObject
        {
            ["cell_type"] = "code",
            ["id"] = cell.Key,
            ["metadata"] = new JsonObject(),
            ["source"] = _code[cell.Key],
            ["outputs"] = cell.Value.DeepClone(),
            ["execution_count"] = null,
        })]),
    }.ToJsonString());

    private void Take(JsonArray outputs, WireMessage heard)
    {
        var data = heard.Content["data"]?.DeepClone();
        var id = (string?)heard.Content["transient"]?["display_id"];
        switch (heard.Type)
        {
            case "error":
                throw new InvalidOperationException($"The cell failed: {heard.Content}");
            case "update_display_data":
                _displays[id!]["data"] = data;
                break;
            case "display_data":
            case "execute_result":
                var output = new JsonObject { ["output_type"] = heard.Type, ["data"] = data, ["metadata"] = new JsonObject() };
                if (heard.Type == "execute_result")
                    output["execution_count"] = 1;
                if (id is not null)
                    _displays[id] = output;
                outputs.Add(output);
                break;
        }
    }
}

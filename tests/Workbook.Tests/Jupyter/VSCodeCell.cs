using System.Diagnostics;
using Workbook.Jupyter;

namespace Workbook.Tests.Jupyter;

/// <summary>What a cell of a notebook shows in VS Code, whose Jupyter extension forgets ids that come too soon.</summary>
/// <param name="name">By which the editor knows the cell.</param>
internal sealed class VSCodeCell(string name)
{
    // It empties the cell before it runs again, hears of that late, and drops the id that it has by then.
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(150);

    private readonly Dictionary<string, int> _ids = [];

    /// <summary>The text of each output.</summary>
    public List<string> Shown { get; private set; } = [];

    /// <summary>Every text that was there, one after the other.</summary>
    public List<string> Seen { get; private set; } = [];

    /// <summary>Runs the cell.</summary>
    public void Run(WireClient client, string code)
    {
        (Shown, Seen) = ([], []);
        _ids.Clear();
        var id = client.Post(code, cell: $"vscode-notebook-cell:/a%20folder/a.ipynb#{name}");
        client.Await(KernelChannel.IOPub, "execute_input", id);
        var clock = Stopwatch.StartNew();
        for (var heard = client.Receive(KernelChannel.IOPub); !IsEnd(heard, id); heard = client.Receive(KernelChannel.IOPub))
            Take(heard, clock.Elapsed);
    }

    /// <summary>Takes a message, of this cell or of another that changes what it shows.</summary>
    public void Take(WireMessage heard, TimeSpan since)
    {
        if (heard.Type is not ("display_data" or "update_display_data"))
            return;
        var text = (string)heard.Content["data"]!["text/plain"]!;
        var displayId = (string)heard.Content["transient"]!["display_id"]!;
        if (heard.Type == "update_display_data")
        {
            if (!_ids.TryGetValue(displayId, out var place))
                return;
            Shown[place] = text;
            Seen.Add(text);
            return;
        }
        Shown.Add(text);
        Seen.Add(text);
        if (since >= Late)
            _ids[displayId] = Shown.Count - 1;
    }

    private static bool IsEnd(WireMessage heard, string id) =>
        heard.ParentId == id && heard.Type == "status" && heard.Text("execution_state") == "idle";
}

using Workbook.Documents;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Running;

/// <summary>Gathers what cells produce as a notebook stores it: text joined, cleared and updated as told.</summary>
internal sealed class OutputCollector(Notebook notebook)
{
    private readonly List<Output>[] _outputs = [.. notebook.Cells.Select(_ => new List<Output>())];
    private bool _clearNext;

    public IReadOnlyList<Output> this[int cell] => _outputs[cell];

    /// <summary>Adds an event of a cell.</summary>
    /// <returns>The other cells whose outputs it changed, too.</returns>
    public IReadOnlyList<int> Add(int cell, int executionCount, SessionEvent message)
    {
        switch (message)
        {
            case StreamEvent stream:
                AddText(Fresh(cell), stream);
                break;
            case WarningEvent warning:
                AddText(Fresh(cell), warning.AsStream);
                break;
            case DisplayEvent display:
                Fresh(cell).Add(new DisplayOutput(display.Data) { DisplayId = display.DisplayId });
                break;
            case ResultEvent result:
                Fresh(cell).Add(new ResultOutput(result.Data, executionCount));
                break;
            case ErrorEvent error:
                Fresh(cell).Add(new ErrorOutput(error.Name, error.Value, error.Traceback));
                break;
            case ClearEvent clear when clear.Wait:
                _clearNext = true;
                break;
            case ClearEvent:
                _outputs[cell].Clear();
                break;
            case UpdateEvent update:
                return Update(update);
        }
        return [];
    }

    /// <summary>Ends a cell: a clearing that waited for an output which never came is forgotten.</summary>
    public void EndCell() => _clearNext = false;

    private List<Output> Fresh(int cell)
    {
        if (_clearNext)
            _outputs[cell].Clear();
        _clearNext = false;
        return _outputs[cell];
    }

    private static void AddText(List<Output> outputs, StreamEvent stream)
    {
        if (outputs.LastOrDefault() is StreamOutput last && last.Name == stream.Name)
            outputs[^1] = last with { Text = last.Text + stream.Text };
        else
            outputs.Add(new StreamOutput(stream.Name, stream.Text));
    }

    private List<int> Update(UpdateEvent update)
    {
        var changed = new List<int>();
        for (var cell = 0; cell < _outputs.Length; cell++)
            for (var index = 0; index < _outputs[cell].Count; index++)
                if (_outputs[cell][index] is DisplayOutput display && display.DisplayId == update.DisplayId)
                {
                    _outputs[cell][index] = display with { Data = update.Data };
                    changed.Add(cell);
                }
        return changed;
    }
}

using System.Text;
using Spectre.Console;
using Workbook.Setup;

namespace Workbook.Tests.Setup;

/// <summary>A step log whose lines a test can read.</summary>
internal sealed class RecordedLog
{
    private readonly StringBuilder _text = new();

    public RecordedLog()
    {
        var output = new AnsiConsoleOutput(new StringWriter(_text));
        Log = new StepLog(AnsiConsole.Create(new AnsiConsoleSettings { Out = output, Ansi = AnsiSupport.No }), live: false);
    }

    public StepLog Log { get; }

    public string Text => _text.ToString();
}

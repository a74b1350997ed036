using System.Text;
using Spectre.Console;
using Workbook.Setup;

namespace Workbook.Tests.Setup;

/// <summary>A step log whose lines a test can read.</summary>
internal sealed class RecordedLog
{
    private readonly StringBuilder _text = new();
    private readonly TextWriter _writer;

    public RecordedLog()
    {
        _writer = TextWriter.Synchronized(new StringWriter(_text));
        var output = new AnsiConsoleOutput(_writer);
        Log = new StepLog(AnsiConsole.Create(new AnsiConsoleSettings { Out = output, Ansi = AnsiSupport.No }), live: false);
    }

    public StepLog Log { get; }

    /// <summary>What has been said so far; another thread may be saying more.</summary>
    public string Text
    {
        get
        {
            lock (_writer) // As it does itself when it writes.
                return _text.ToString();
        }
    }
}

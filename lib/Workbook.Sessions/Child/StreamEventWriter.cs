using System.Text;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Child;

/// <summary>A console stream whose text becomes events as it is written.</summary>
internal sealed class StreamEventWriter(string name) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override string NewLine => "\n";

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value)
    {
        if (!string.IsNullOrEmpty(value))
            CellOutput.Post(new StreamEvent(name, value));
    }

    public override void WriteLine(string? value) => Write(value + NewLine);

    public override void WriteLine() => Write(NewLine);
}

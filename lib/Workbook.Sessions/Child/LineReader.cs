namespace Workbook.Sessions.Child;

/// <summary>Text that comes in lines, each asked for only when it is needed.</summary>
/// <param name="next">The next line; null at the end.</param>
internal sealed class LineReader(Func<string?> next) : TextReader
{
    private string _line = "";
    private int _position;

    public override int Peek() => Fill() ? _line[_position] : -1;

    public override int Read() => Fill() ? _line[_position++] : -1;

    public override string? ReadLine()
    {
        if (_position >= _line.Length)
            return next();
        var rest = _line[_position..].TrimEnd('\n');
        _position = _line.Length;
        return rest;
    }

    private bool Fill()
    {
        if (_position < _line.Length)
            return true;
        (_line, _position) = (next() is { } line ? line + "\n" : "", 0);
        return _line.Length > 0;
    }
}

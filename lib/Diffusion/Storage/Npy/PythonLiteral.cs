using System.Globalization;

namespace Diffusion.Storage;

/// <summary>A cursor over the few Python literals that a .npy header is made of.</summary>
internal sealed class PythonLiteral(string text, string name)
{
    private int _at;

    public void Expect(char token)
    {
        if (!TryTake(token))
            throw Error($"'{token}' is expected");
    }

    public void ExpectEnd()
    {
        SkipBlanks();
        if (_at < text.Length)
            throw Error("nothing may follow the dictionary");
    }

    /// <summary>Whether a token is next; it is left there.</summary>
    public bool Begins(char token)
    {
        SkipBlanks();
        return _at < text.Length && text[_at] == token;
    }

    public bool TryTake(char token)
    {
        if (!Begins(token))
            return false;
        _at++;
        return true;
    }

    public string String()
    {
        SkipBlanks();
        if (_at >= text.Length || text[_at] is not ('\'' or '"'))
            throw Error("a quoted string is expected");
        var end = text.IndexOf(text[_at], _at + 1);
        if (end < 0)
            throw Error("a string is not closed");
        var value = text[(_at + 1)..end];
        _at = end + 1;
        return value;
    }

    public bool Boolean()
    {
        SkipBlanks();
        foreach (var (word, value) in new[] { ("True", true), ("False", false) })
        {
            if (string.CompareOrdinal(text, _at, word, 0, word.Length) == 0)
            {
                _at += word.Length;
                return value;
            }
        }
        throw Error("True or False is expected");
    }

    public long[] Integers()
    {
        var values = new List<long>();
        Expect('(');
        while (!TryTake(')'))
        {
            values.Add(Integer());
            if (!TryTake(','))
            {
                Expect(')');
                break;
            }
        }
        return [.. values];
    }

    public InvalidDataException Error(string problem)
        => BadFile.Error(name, $"the header is malformed at its character {_at}: {problem}",
            "The file is damaged or foreign; save it again with numpy.save");

    private long Integer()
    {
        SkipBlanks();
        var start = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
            _at++;
        if (!long.TryParse(text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            throw Error("a size is expected, a whole number from 0 to 2^63 - 1");
        if (_at < text.Length && text[_at] == 'L') _at++; // Python 2's long integers
        return value;
    }

    private void SkipBlanks()
    {
        while (_at < text.Length && text[_at] is ' ' or '\n')
            _at++;
    }
}

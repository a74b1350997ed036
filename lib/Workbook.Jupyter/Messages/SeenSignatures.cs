namespace Workbook.Jupyter.Messages;

/// <summary>The signatures of the last messages: one that comes again was recorded and is being replayed.</summary>
internal sealed class SeenSignatures
{
    private const int Most = 1 << 16;

    private readonly HashSet<string> _known = [];
    private readonly Queue<string> _order = new();

    /// <summary>Remembers a signature; false where it is known already.</summary>
    public bool Add(string signature)
    {
        if (!_known.Add(signature))
            return false;
        _order.Enqueue(signature);
        if (_order.Count > Most)
            _known.Remove(_order.Dequeue());
        return true;
    }
}

using System.Collections.Concurrent;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Child;

/// <summary>Where a cell's input comes from: the reader, line by line, through the parent.</summary>
internal static class CellInput
{
    private static readonly BlockingCollection<InputReply> Replies = [];
    private static int _number;

    /// <summary>Whether someone is there to answer.</summary>
    public static bool Allowed { get; set; }

    /// <summary>The console's input.</summary>
    public static TextReader Reader { get; } = new LineReader(ReadLine);

    public static void Take(InputReply reply) => Replies.Add(reply);

    /// <summary>Asks the reader; null where nobody is there to answer.</summary>
    public static string? Ask(string question)
    {
        if (!Allowed)
            return null;
        Console.Out.Write(question.TrimEnd() + " ");
        return Reader.ReadLine();
    }

    private static string? ReadLine()
    {
        if (!Allowed)
            return null;
        var number = Interlocked.Increment(ref _number);
        CellOutput.Post(new InputEvent(number));
        while (true)
        {
            var reply = Replies.Take();
            if (reply.Number == number) // Else it was for a question whose cell was interrupted.
                return reply.Line;
        }
    }
}

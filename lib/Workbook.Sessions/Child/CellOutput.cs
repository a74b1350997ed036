using Workbook.Documents;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Child;

/// <summary>Where a cell's outputs go: one place, since a session is a process.</summary>
internal static class CellOutput
{
    /// <summary>Takes the events; nothing listens until a session starts.</summary>
    public static Action<SessionEvent> Post { get; set; } = _ => { };

    public static void Display(MimeBundle data, string? displayId = null) => Post(new DisplayEvent(data, displayId));

    public static void Update(MimeBundle data, string displayId) => Post(new UpdateEvent(data, displayId));

    public static void Clear(bool wait) => Post(new ClearEvent(wait));
}

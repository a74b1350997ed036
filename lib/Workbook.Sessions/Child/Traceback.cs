using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Child;

/// <summary>Tells a reader where an exception came from, in cells and lines, without the host's own frames.</summary>
/// <param name="sources">The text of every cell that has run, by name.</param>
/// <param name="isCell">Whether an assembly is a compiled cell.</param>
internal sealed partial class Traceback(IReadOnlyDictionary<string, string> sources, Func<Assembly, bool> isCell)
{
    private const int MostFrames = 40;

    // What the host's assemblies are called.
    private const string Host = "Workbook.";

    /// <summary>Before the frames of native code, which end the text.</summary>
    public const string NativeHeading = "In native code, the innermost first:";

    // libtorch's messages: what is wrong, then where in its own code.
    private const string NativeFrames = "\nException raised from ";

    /// <summary>The error as its reader needs it: message, cells and lines, what to do, and what only a native debugger reads.</summary>
    /// <param name="error">What the cell threw.</param>
    /// <param name="cell">The cell's name.</param>
    /// <param name="advice">What to do about it; null where the error says enough.</param>
    public ErrorEvent Create(Exception error, string cell, string? advice)
    {
        var lines = new List<string>();
        Append(lines, error);
        if (advice is not null)
            lines.Add(advice);
        var native = NativePart(error);
        if (native.Length > 0)
            lines.AddRange([NativeHeading, .. native.Split('\n').Select(text => "    " + text)]);
        var line = LineIn(Frames(error), cell);
        return new ErrorEvent(error.GetType().FullName!, string.Join('\n', new[] { Message(error), advice }.OfType<string>()), lines, line);
    }

    /// <summary>Where a cell stands, in cells and lines; null where the stack holds none.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="cell">The cell's name.</param>
    public FallEvent? Place(StackTrace stack, string cell)
    {
        var frames = Frames(stack.GetFrames());
        // What called the cell is the host's, and a call of native code stands twice.
        frames = [.. frames.Take(frames.FindLastIndex(frame => frame.File is not null) + 1).Where((frame, index) => index == 0 || frame != frames[index - 1])];
        if (frames.Count == 0)
            return null;
        var lines = new List<string>();
        Append(lines, frames);
        return new FallEvent(lines, LineIn(frames, cell));
    }

    private static int? LineIn(IEnumerable<Frame> frames, string cell) => frames.FirstOrDefault(frame => frame.File == cell)?.Line;

    private static string Message(Exception error) => error.Message.Split(NativeFrames)[0].TrimEnd();

    private static string NativePart(Exception error) =>
        error.Message.Split(NativeFrames, 2) is [_, var frames] ? frames.Trim() : error.InnerException is { } inner ? NativePart(inner) : "";

    private void Append(List<string> lines, Exception error)
    {
        lines.Add($"{error.GetType().FullName}: {Message(error)}");
        Append(lines, Frames(error));
        if (error.InnerException is { } inner)
        {
            lines.Add("caused by");
            Append(lines, inner);
        }
    }

    private void Append(List<string> lines, List<Frame> frames)
    {
        foreach (var frame in frames.Take(MostFrames))
        {
            lines.Add(frame.ToString());
            if (frame.File is { } file && frame.Line is { } line && sources.TryGetValue(file, out var source)
                && source.Split('\n').ElementAtOrDefault(line - 1) is { } text)
                lines.Add($"{line,8} | {text.TrimEnd()}");
        }
        if (frames.Count > MostFrames)
            lines.Add($"   … and {frames.Count - MostFrames} more frames.");
    }

    // Everything below the outermost cell's frame is the host's way of calling it.
    private List<Frame> Frames(Exception error) => Frames(new StackTrace(error, fNeedFileInfo: true).GetFrames());

    private List<Frame> Frames(StackFrame[] frames)
    {
        var last = Array.FindLastIndex(frames, IsCellFrame);
        return [.. frames.Take(last < 0 ? frames.Length : last + 1)
            .Select(Describe).OfType<Frame>()];
    }

    private bool IsCellFrame(StackFrame frame) => frame.GetMethod()?.DeclaringType?.Assembly is { } assembly && isCell(assembly);

    private Frame? Describe(StackFrame frame)
    {
        if (frame.GetMethod() is not { DeclaringType: { } type } method || IsPlumbing(method))
            return null;
        var line = frame.GetFileLineNumber() is var number and > 0 ? number : (int?)null;
        var file = Path.GetFileName(frame.GetFileName()); // The compiler puts the notebook's folder before a cell's name.
        if (isCell(type.Assembly))
            return new Frame(CellMember(method, type), file, line);
        var parameters = string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name));
        return new Frame($"{Readable(type)}.{method.Name}({parameters})", file, line);
    }

    private static bool IsPlumbing(MethodBase method) =>
        method.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false) ||
        method.DeclaringType is { } type && (type.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false) ||
            type.Assembly.GetName().Name!.StartsWith(Host, StringComparison.Ordinal));

    // The compiler's names: Submission#3+<<Initialize>>d__0.MoveNext is the cell itself, …+<Fit>d__1.MoveNext is Fit.
    private static string? CellMember(MethodBase method, Type type)
    {
        var name = method.Name == "MoveNext" ? type.Name : method.Name;
        if (name.Contains("<Initialize>", StringComparison.Ordinal) || name.Contains("<Factory>", StringComparison.Ordinal))
            return null;
        if (GeneratedName().Match(name) is { Success: true } generated)
            return generated.Groups[2].Success ? generated.Groups[2].Value : generated.Groups[1].Value;
        return type.Name.StartsWith("Submission#", StringComparison.Ordinal) ? name : $"{type.Name}.{name}";
    }

    private static string Readable(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    [GeneratedRegex("^<(\\w+)>(?:g__(\\w+)\\|)?")]
    private static partial Regex GeneratedName();

    private sealed record Frame(string? Member, string? File, int? Line)
    {
        public override string ToString() =>
            "   at " + string.Join(" in ", new[] { Member, File }.OfType<string>()) + (Line is null ? "" : $", line {Line}");
    }
}

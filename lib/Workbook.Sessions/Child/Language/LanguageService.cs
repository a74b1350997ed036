using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;
using Workbook.Sessions.Child.Directives;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Child.Language;

/// <summary>Answers an editor's questions about a cell that is being written, after those that have run.</summary>
/// <param name="folder">The notebook's folder.</param>
/// <param name="next">What a next cell would be compiled as, empty; may be asked at any time and from any thread.</param>
internal sealed class LanguageService(string folder, Func<Script> next) : IDisposable
{
    private readonly Lazy<CellWorkspace> _workspace = new(() => new CellWorkspace());
    private readonly PathCompleter _paths = new(folder);
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Has the runtime compile what the first question needs, so that its writer need not wait.</summary>
    public async Task WarmUpAsync()
    {
        const string Code = "new List<int>().Where(x => x > 0).First(";
        await AnswerAsync(new CompletionRequest(Code, Code.IndexOf("First", StringComparison.Ordinal)));
        await AnswerAsync(new CompletionRequest(Code, Code.Length));
        await AnswerAsync(new InspectionRequest(Code, Code.Length, 0));
    }

    /// <summary>The answer; an empty one where there is nothing to say.</summary>
    /// <remarks>A question that the compiler's services stumble over is not worth an editor's error message.</remarks>
    public async Task<QueryReply> AnswerAsync(QueryRequest request, CancellationToken cancellation = default)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            return request switch
            {
                CompletionRequest completion => await CompleteAsync(completion, cancellation),
                InspectionRequest inspection => await InspectAsync(inspection, cancellation),
                CompletenessRequest completeness => IsComplete(completeness),
                _ => throw new ArgumentOutOfRangeException(nameof(request), request, "No such question."),
            } with
            { Id = request.Id };
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return request.NoAnswer() with { Id = request.Id };
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        if (_workspace.IsValueCreated)
            _workspace.Value.Dispose();
        _one.Dispose();
    }

    private async Task<QueryReply> CompleteAsync(CompletionRequest request, CancellationToken cancellation)
    {
        var cursor = Math.Clamp(request.Cursor, 0, request.Code.Length);
        if (_paths.Complete(request.Code, cursor) is { } directive)
            return directive;
        return await OpenAsync(request.Code, cursor, cancellation) is { } document
            ? await CodeCompleter.CompleteAsync(document, cursor, cancellation)
            : request.NoAnswer();
    }

    private async Task<QueryReply> InspectAsync(InspectionRequest request, CancellationToken cancellation)
    {
        var cursor = Math.Clamp(request.Cursor, 0, request.Code.Length);
        return await OpenAsync(request.Code, cursor, cancellation) is { } document
            ? await CodeInspector.InspectAsync(document, cursor, request.DetailLevel > 0, cancellation)
            : request.NoAnswer();
    }

    private static CompletenessReply IsComplete(CompletenessRequest request) =>
        CompletenessCheck.Of(CellLine.Mask(CellLine.Split(request.Code)));

    // Only for a place in C#; a Markdown part is nothing to complete.
    private async Task<Document?> OpenAsync(string code, int cursor, CancellationToken cancellation)
    {
        var lines = CellLine.Split(code);
        return lines[code.AsSpan(0, cursor).Count('\n')].IsCode
            ? await _workspace.Value.OpenAsync(next(), CellLine.Mask(lines), cancellation)
            : null;
    }
}

using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using Workbook.Base;
using Workbook.Documents;
using Workbook.Sessions.Child.Language;
using Workbook.Sessions.Formatting;
using Workbook.Sessions.Protocol;

namespace Workbook.Sessions.Child;

/// <summary>The session's process: takes requests from the parent's pipe and answers with events, until the pipe closes.</summary>
internal static class SessionServer
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(string pipeName)
    {
        // Ctrl+C reaches every process of the terminal; here the parent decides what it means.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        OutOfMemory.ComesHereFirst();
        await using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.InOut, PipeOptions.Asynchronous);
        await pipe.ConnectAsync(ConnectTimeout, CancellationToken.None);

        var native = new NativeStreams();
        var writer = new MessageWriter<SessionEvent>(pipe, ProtocolJson.Lines.SessionEvent);
        CellOutput.Post = message =>
        {
            writer.Post(message);
            PlotlyScript.Note(message);
            // A cell that shows more than can be taken waits, rather than fill its memory with what is still to be sent.
            if (message is StreamEvent or DisplayEvent or UpdateEvent)
                writer.Flush();
        };
        Console.SetOut(TextWriter.Synchronized(new StreamEventWriter(StreamOutput.Out)));
        Console.SetError(TextWriter.Synchronized(new StreamEventWriter(StreamOutput.Error)));
        Console.SetIn(CellInput.Reader);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => writer.Flush();

        var folder = Environment.CurrentDirectory;
        var thread = new CellThread();
        var interpreter = new Interpreter(folder, thread);
        NativeEnd.Watch(stack =>
        {
            if (interpreter.Fall(stack) is not { } fall)
                return;
            writer.Post(fall);
            writer.Flush();
        });
        using var language = new LanguageService(folder, () => interpreter.Next);
        thread.Post(() =>
        {
            Interpreter.WarmUp(folder);
            _ = Task.Run(language.WarmUpAsync);
        });
        writer.Post(new ReadyEvent());
        using var requests = new MessageReader<SessionRequest>(pipe, ProtocolJson.Lines.SessionRequest);
        await ServeAsync(requests, thread, request =>
        {
            CellInput.Allowed = request.AllowInput;
            var status = interpreter.Execute(request);
            writer.Post(new DoneEvent(status, native.Mark()));
        }, async query => writer.Post(await language.AnswerAsync(query)));

        // The parent is gone: leave at once, whatever a cell or its threads are doing.
        StartedPrograms.End();
        Process.GetCurrentProcess().Kill();
        return ExitCode.Failure;
    }

    private static async Task ServeAsync(
        MessageReader<SessionRequest> reader, CellThread thread, Action<ExecuteRequest> execute, Func<QueryRequest, Task> answer)
    {
        while (await reader.ReadAsync() is { } request)
            switch (request)
            {
                case ExecuteRequest cell:
                    thread.PostCell(() => execute(cell));
                    break;
                case InputReply reply:
                    CellInput.Take(reply);
                    break;
                case InterruptRequest:
                    thread.Interrupt();
                    break;
                case QueryRequest query:
                    _ = Task.Run(() => answer(query));
                    break;
                case ShutdownRequest:
                    StartedPrograms.End();
                    Environment.Exit(ExitCode.Success);
                    break;
            }
    }
}

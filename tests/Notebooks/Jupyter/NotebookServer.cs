using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Workbook.Base;
using Workbook.Documents;
using Workbook.Sessions.Running;
using Workbook.Tests.Jupyter;

namespace Notebooks.Tests.Jupyter;

/// <summary>Debian's Jupyter Notebook on a folder with a copy of the first notebook, reachable from this machine only.</summary>
internal sealed class NotebookServer : IAsyncDisposable
{
    private const string Token = "known-to-the-test";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly Repository Project = Repository.Find(AppContext.BaseDirectory);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task<ToolResult> _running;

    private NotebookServer(Machine machine, string[] arguments, string folder, Uri notebook) =>
        (_running, Notebook) = (machine.RunAsync("jupyter-notebook", arguments, folder, cancellation: _stop.Token), notebook);

    /// <summary>Where the notebook opens.</summary>
    public Uri Notebook { get; }

    /// <param name="home">The Jupyter that knows our kernel.</param>
    /// <param name="name">A notebook below <c>notebooks</c>.</param>
    /// <param name="parameters">What to set in its cell of parameters.</param>
    public static async Task<NotebookServer> StartAsync(JupyterHome home, string name, params Parameter[] parameters)
    {
        // The paths that the notebook names start one folder above it.
        var notebooks = Directory.CreateDirectory(Path.Combine(home.Folder, "tree", "notebooks")).FullName;
        foreach (var folder in new[] { Project.Artifacts, Project.Data })
            Directory.CreateSymbolicLink(Path.Combine(home.Folder, "tree", Path.GetFileName(folder)), folder);
        var source = NotebookReader.Read(Path.Combine(Project.Notebooks, name + ".ipynb"));
        NotebookWriter.Write(Set(source.Cleared(), parameters), Path.Combine(notebooks, name + ".ipynb"));

        var address = LiveKernel.OwnAddress();
        var port = FreePort(address);
        string[] arguments =
        [
            "-y", "--no-browser", $"--ip={address}", $"--port={port}", "--NotebookApp.port_retries=0", "--allow-root",
            $"--NotebookApp.token={Token}", $"--notebook-dir={Path.GetDirectoryName(notebooks)}",
        ];
        var notebook = new Uri($"http://{address}:{port}/notebooks/notebooks/{name}.ipynb?token={Token}");
        var server = new NotebookServer(home.Machine, arguments, notebooks, notebook);
        try
        {
            await server.AnswersAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAny(_running);
        _stop.Dispose();
    }

    // The value that a reader would write into the cell of parameters.
    private static Notebook Set(Notebook notebook, Parameter[] parameters)
    {
        var index = Enumerable.Range(0, notebook.Cells.Count).First(at => notebook.Cells[at].HasTag("parameters"));
        var lines = notebook.Cells[index].Source.Split('\n').Select(line =>
            parameters.FirstOrDefault(parameter => line.StartsWith($"var {parameter.Name} =", StringComparison.Ordinal)) is { } set
                ? $"var {set.Name} = {set.Value};"
                : line);
        return notebook.WithCell(index, notebook.Cells[index] with { Source = string.Join('\n', lines) });
    }

    private async Task AnswersAsync()
    {
        using var client = new HttpClient();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(100))
        {
            if (_running.IsCompleted)
                throw new InvalidOperationException($"Jupyter Notebook ended.\n{(await _running).Tail()}");
            try
            {
                if ((await client.GetAsync(Notebook)).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }
        throw new TimeoutException("Jupyter Notebook did not start.");
    }

    private static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

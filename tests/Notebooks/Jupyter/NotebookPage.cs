using Microsoft.Playwright;

namespace Notebooks.Tests.Jupyter;

/// <summary>A notebook open in Jupyter Notebook, used as a reader does: by keys and buttons.</summary>
internal sealed class NotebookPage(OpenPage open)
{
    // A cell trains for a while, and a test machine may be busy.
    private const float Patience = 240_000;

    private IPage Page => open.Page;

    /// <summary>Waits until the notebook is there and its kernel idle.</summary>
    public async Task IsReadyAsync()
    {
        await WaitAsync("window.Jupyter?.notebook?._fully_loaded && Jupyter.notebook.kernel?.is_connected() && Jupyter.notebook.kernel.info_reply.language_info");
        await WaitAsync("!Jupyter.notebook.kernel_busy");
    }

    /// <summary>Chooses a cell, by its id in the file.</summary>
    public Task SelectAsync(string id) => Page.EvaluateAsync(
        $"(() => {{ const n = Jupyter.notebook; n.command_mode(); n.select({Index(id)}); n.focus_cell(); n.scroll_cell_percent({Index(id)}, 10); }})()");

    /// <summary>Runs the chosen cell with Shift+Enter, which chooses the next one, and waits until it is done.</summary>
    /// <returns>The id of the next cell.</returns>
    public async Task<string> RunAsync()
    {
        var before = await SelectedAsync();
        await Page.Keyboard.PressAsync("Shift+Enter");
        await WaitAsync(Done(before));
        return await SelectedAsync();
    }

    /// <summary>Starts a cell and waits for nothing.</summary>
    public async Task StartAsync(string id)
    {
        await SelectAsync(id);
        await Page.Keyboard.PressAsync("Shift+Enter");
    }

    /// <summary>Stops a running cell with the square in the tool bar, and waits until it is done.</summary>
    public async Task InterruptAsync(string id)
    {
        await Page.Locator("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']").ClickAsync();
        await WaitAsync(Done(id));
    }

    /// <summary>The arrow in the tool bar, and yes to the question.</summary>
    public async Task RestartAsync()
    {
        var session = await Page.EvaluateAsync<int>("(window.restarts = 0, Jupyter.notebook.events.on('kernel_ready.Kernel', () => window.restarts++), 0)");
        await Page.Locator("button[data-jupyter-action='jupyter-notebook:confirm-restart-kernel']").ClickAsync();
        await Page.Locator(".modal-dialog button.btn-danger").ClickAsync();
        await WaitAsync($"window.restarts > {session} && !Jupyter.notebook.kernel_busy");
    }

    /// <summary>Puts other text into a cell.</summary>
    public Task WriteAsync(string id, string find, string replacement) => Page.EvaluateAsync(
        $"(() => {{ const cell = Jupyter.notebook.get_cell({Index(id)}); cell.set_text(cell.get_text().replace({Quoted(find)}, {Quoted(replacement)})); }})()");

    public Task<string> SelectedAsync() => Page.EvaluateAsync<string>("Jupyter.notebook.get_selected_cell().id");

    /// <summary>What a cell shows, as text.</summary>
    public Task<string> TextAsync(string id) => Page.EvaluateAsync<string>(
        $"[...{Output(id)}.querySelectorAll('.output_subarea')].map(part => part.innerText).join('\\n')");

    /// <summary>Waits until a chart is drawn below a cell.</summary>
    /// <param name="id">The cell.</param>
    /// <param name="otherThan">Numbers of a chart that is no longer meant.</param>
    /// <returns>The numbers that it draws.</returns>
    public async Task<string> ChartAsync(string id, string? otherThan = null)
    {
        await SelectAsync(id);
        var drawn = await WaitAsync(
            $"(() => {{ const plot = {Output(id)}.querySelector('.js-plotly-plot:has(.main-svg path)');" +
            $" const numbers = plot && JSON.stringify([...plot.data].map(trace => trace.y)); return numbers !== {Quoted(otherThan)} && numbers; }})()");
        return await drawn.JsonValueAsync<string>();
    }

    /// <summary>Cells whose outputs hold an error.</summary>
    public Task<string[]> FailedAsync() => Page.EvaluateAsync<string[]>(
        "Jupyter.notebook.get_cells().filter(cell => cell.output_area?.outputs.some(output => output.output_type === 'error')).map(cell => cell.id)");

    private Task<IJSHandle> WaitAsync(string condition) => Page.WaitForFunctionAsync(condition, options: new() { Timeout = Patience });

    // The kernel's state alone would not tell: it is idle for a moment after each request that is answered beside a cell, an
    // interrupt among them. And a cell's reply and its outputs come by different ways: the page has seen the ends of both.
    private static string Done(string id) =>
        $"(() => {{ const cell = Jupyter.notebook.get_cell({Index(id)}), heard = Jupyter.notebook.kernel._msg_callbacks[cell.last_msg_id];" +
        " return !Jupyter.notebook.kernel_busy && cell.input_prompt_number !== '*' && (!heard || heard.shell_done && heard.iopub_done); })()";

    private static string Index(string id) => $"Jupyter.notebook.get_cells().findIndex(cell => cell.id === {Quoted(id)})";

    private static string Output(string id) => $"Jupyter.notebook.get_cell({Index(id)}).output_area.element[0]";

    private static string Quoted(string? text) => System.Text.Json.JsonSerializer.Serialize(text);
}

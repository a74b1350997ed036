using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Workbook.Base;
using Workbook.Setup;

namespace Workbook.Commands;

/// <summary><c>workbook bench JOB</c>: measures one job and prints one line of JSON.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var job = new Argument<string>("JOB") { Description = "Such as mlp-train, mlp-sample or kernel; an unknown one is answered with the list." };
        var threads = new Option<int>("--threads") { Description = "Threads that tensors are computed on. Default: one a core.", DefaultValueFactory = _ => Environment.ProcessorCount };
        threads.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var n) && n < 1)
                result.AddError("--threads takes a number from 1 up.");
        });
        var device = new Option<string>("--device") { Description = "cpu, or cuda where set-up chose it. Default: the one set-up chose." };
        device.AcceptOnlyFromAmong("cpu", "cuda");

        var command = new Command("bench", "Measure a job: one line of JSON on standard output, everything else on standard error.") { job, threads, device };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellation) =>
        {
            var repository = Repository.Find();
            if (parsed.GetValue(job) == KernelBench.Job)
            {
                await Preparation.EnsureAsync(repository, Need.JupyterClients, cancellation);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(await KernelBench.RunAsync(repository, cancellation));
                return ExitCode.Success;
            }
            await Preparation.EnsureAsync(repository, Need.Library, cancellation);
            string[] arguments =
            [
                "bench", parsed.GetRequiredValue(job),
                "--threads", parsed.GetValue(threads).ToString(CultureInfo.InvariantCulture),
                .. parsed.GetValue(device) is { } named ? new[] { "--device", named } : [],
                .. parsed.UnmatchedTokens,
            ];
            return await RunAsync(repository, arguments, parsed.GetValue(threads), cancellation);
        });
        return command;
    }

    /// <summary>Runs it as a child, on our own standard streams, so that its JSON passes through untouched.</summary>
    private static async Task<int> RunAsync(Repository repository, string[] arguments, int threads, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(new Machine().Dotnet, [Path.Combine(repository.Library, "recipes.dll"), .. arguments]);
        foreach (var (name, value) in ThreadSettings(threads))
            start.Environment[name] = value;
        using var child = Process.Start(start)!;
        try
        {
            await child.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            child.Kill(entireProcessTree: true);
            throw;
        }

        return child.ExitCode;
    }

    /// <summary>Read once, as the libraries load. Waiting threads that spin would hold the cores from our kernels.</summary>
    internal static IReadOnlyDictionary<string, string> ThreadSettings(int threads) => new Dictionary<string, string>
    {
        ["OMP_NUM_THREADS"] = threads.ToString(CultureInfo.InvariantCulture),
        ["OMP_WAIT_POLICY"] = "PASSIVE",
    };
}

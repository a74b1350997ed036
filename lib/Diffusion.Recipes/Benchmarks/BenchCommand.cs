using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Benchmarks;

/// <summary><c>recipes bench JOB</c>: measures one job and prints one line of JSON.</summary>
internal static class BenchCommand
{
    private static readonly Dictionary<string, Func<Device, Measurement>> Jobs = new()
    {
        ["mlp-train"] = MlpTraining.Measure,
        ["mlp-sample"] = MlpSampling.Measure,
        ["swiss-roll"] = SwissRollTraining.Measure,
        ["unet-train"] = UnetTraining.Measure,
        ["unet-ddpm"] = UnetSampling.MeasureAncestral,
        ["unet-ddim"] = UnetSampling.MeasureDdim,
    };

    public static Command Create()
    {
        var job = new Argument<string>("JOB") { Description = $"What to measure: {string.Join(", ", Jobs.Keys)}." };
        var threads = new Option<int?>("--threads") { Description = "Threads that tensors are computed on." };
        var device = new Option<string>("--device") { Description = "cpu or cuda.", DefaultValueFactory = _ => "cpu" };
        device.AcceptOnlyFromAmong("cpu", "cuda");
        job.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Jobs.ContainsKey(token.Value))
                result.AddError($"There is no job '{token.Value}'. The jobs are: {string.Join(", ", Jobs.Keys)}.");
        });
        threads.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var count) && count >= 1))
                result.AddError($"--threads takes a whole number from 1 up, not '{token.Value}'.");
        });
        var command = new Command("bench", "Measure a job; prints one line of JSON.") { job, threads, device };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(job), parsed.GetValue(threads), parsed.GetValue(device)!));
        return command;
    }

    private static int Run(string job, int? threads, string device)
    {
        if (device == "cuda" && !cuda.is_available())
        {
            Console.Error.WriteLine("This libtorch sees no CUDA device; leave out --device, or type ./workbook setup --device cuda.");
            return RecipeExitCode.Failure;
        }
        if (threads is { } count)
            set_num_threads(count);
        var measured = Jobs[job](new Device(device));
        var line = new JsonObject
        {
            ["job"] = job,
            ["torch"] = __version__,
            ["device"] = device,
            ["threads"] = get_num_threads(),
            [measured.Unit] = measured.Value,
            [measured.ErrorName] = measured.Error,
        };
        Console.WriteLine(line.ToJsonString(new JsonSerializerOptions { WriteIndented = false }));
        return RecipeExitCode.Success;
    }
}

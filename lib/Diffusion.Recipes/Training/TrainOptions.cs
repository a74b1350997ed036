using System.CommandLine;
using Diffusion.Data;

namespace Diffusion.Recipes.Training;

/// <summary>The command line of <c>recipes train</c>.</summary>
internal sealed class TrainOptions
{
    public const string Ddpm = "ddpm";

    private readonly IReadOnlyDictionary<string, (int Epochs, int Images, int Batch)> jobs;
    private readonly Argument<string> job;
    private readonly Option<int> epochs, images, batch;
    private readonly Option<int> size = PositiveOption.Create("--size", "Height and width of the pictures: a folder's are cropped to their middle square and scaled, others enlarged pixel by pixel (ddpm: 32 for sprites).");
    private readonly Option<int> width = PositiveOption.Create("--width", "Channels of the finest feature maps, a multiple of 4 (ddpm).", 16);
    private readonly Option<bool> classes = new("--classes") { Description = "Learn what is in the pictures, too (ddpm)." };
    private readonly Option<int> seed = new("--seed") { Description = "Where weights, order and noise come from." };
    private readonly Option<bool> resume = new("--resume") { Description = "Go on with a training that was stopped, or for more --epochs with one that is done." };
    private readonly Option<bool> overwrite = new("--overwrite") { Description = "Start from nothing, and replace the weights of an earlier training." };
    private readonly Option<string> folder = new("--out")
    {
        Description = "The folder for weights.",
        DefaultValueFactory = _ => Path.Combine("data", "weights"),
    };

    private readonly Option<string> logs = new("--logs")
    {
        Description = "The folder for TensorBoard's events and each epoch's pictures, which holds no other training's (ddpm: artifacts/runs/ddpm, or ddpm-2 and so on where that does; else none).",
    };

    private readonly Option<string[]> data = new("--data")
    {
        Description = "Your own pictures: a folder of PNG, JPEG, WebP, GIF or BMP files, one subfolder a class; or a .npy file of pictures, and one of their labels if there are any.",
        Arity = new ArgumentArity(1, 2),
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<PixelRange> range = new("--range") { Description = "What the numbers of a .npy file of pictures mean." };
    private readonly Option<int[]> keep = new("--keep")
    {
        Description = "Epochs, from 0, whose weights are written (by default 0, 4 and 8; ddpm: none); the last one's are always.",
        AllowMultipleArgumentsPerToken = true,
    };

    public TrainOptions(IReadOnlyDictionary<string, (int Epochs, int Images, int Batch)> jobs)
    {
        this.jobs = jobs;
        job = new Argument<string>("JOB") { Description = $"What to train: {string.Join(", ", jobs.Keys)}." };
        job.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !jobs.ContainsKey(token.Value))
                result.AddError($"There is no training '{token.Value}'. They are: {string.Join(", ", jobs.Keys)}.");
        });
        epochs = PerJob("--epochs", "How often every picture is learned from", entry => entry.Epochs);
        images = PerJob("--images", "How many sprites are drawn to learn from", entry => entry.Images);
        batch = PerJob("--batch", "Pictures in a batch", entry => entry.Batch);

        data.Validators.Add(result =>
        {
            if (result.GetResult(images) is not null)
                result.AddError("--images is for the workbook's own sprites; of the pictures in --data all are learned from. Leave one of the two out.");
        });

        Option<int> PerJob(string name, string what, Func<(int Epochs, int Images, int Batch), int> usual) => PositiveOption.Create(name,
            $"{what}: by default {string.Join(", ", jobs.Select(entry => $"{usual(entry.Value)} for {entry.Key}"))}.");
    }

    public Option<int> Threads { get; } = PositiveOption.Create("--threads", "Threads that tensors are computed on.", Environment.ProcessorCount);

    public void AddTo(Command command)
    {
        command.Add(job);
        foreach (var option in (Option[])[epochs, images, batch, seed, folder, keep, Threads, resume, overwrite, data, range, size, width, classes, logs])
            command.Add(option);
    }

    public TrainingRequest Read(ParseResult parsed)
    {
        string name = parsed.GetRequiredValue(job);
        bool ddpm = name == Ddpm;
        int Or(Option<int> option, int usual) => parsed.GetValue(option) is > 0 and var asked ? asked : usual;
        string[] own = parsed.GetValue(data) ?? [];
        return new TrainingRequest(name, Or(epochs, jobs[name].Epochs), Or(images, jobs[name].Images), Or(batch, jobs[name].Batch), parsed.GetValue(seed),
            parsed.GetValue(folder)!, parsed.GetResult(keep) is null ? ddpm ? [] : [0, 4, 8] : parsed.GetValue(keep)!, parsed.GetValue(resume))
        {
            Data = own,
            Overwrite = parsed.GetValue(overwrite),
            Range = parsed.GetValue(range),
            Size = Or(size, ddpm && own.Length == 0 ? 32 : 0),
            Width = ddpm ? parsed.GetValue(width) : 0,
            Classes = parsed.GetValue(classes),
            Logs = parsed.GetValue(logs),
            UsualLogs = ddpm ? Path.Combine("artifacts", "runs", Ddpm) : null,
        };
    }
}

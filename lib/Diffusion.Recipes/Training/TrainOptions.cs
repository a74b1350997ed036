using System.CommandLine;
using Diffusion.Data;

namespace Diffusion.Recipes.Training;

/// <summary>The command line of <c>recipes train</c>.</summary>
internal sealed class TrainOptions
{
    public const string Ddpm = "ddpm";

    private readonly IReadOnlyDictionary<string, (int Epochs, int Images, int Batch)> _jobs;
    private readonly Argument<string> _job;
    private readonly Option<int> _epochs, _images, _batch;
    private readonly Option<int> _size = PositiveOption.Create("--size",
        "Height and width of the pictures: a folder's are cropped to their middle square and scaled, others enlarged pixel by pixel (ddpm: 32 for sprites).");
    private readonly Option<int> _width = PositiveOption.Create("--width", "Channels of the finest feature maps, a multiple of 4 (ddpm).", 16);
    private readonly Option<bool> _classes = new("--classes") { Description = "Learn what is in the pictures, too (ddpm)." };
    private readonly Option<int> _seed = new("--seed") { Description = "Where weights, order and noise come from." };
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on with a training that was stopped, or for more --epochs with one that is done." };
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Start from nothing, and replace the weights of an earlier training." };
    private readonly Option<string> _folder = new("--out")
    {
        Description = "The folder for weights.",
        DefaultValueFactory = _ => Path.Combine("data", "weights"),
    };

    private readonly Option<string> _logs = new("--logs")
    {
        Description = "The folder for TensorBoard's events and each epoch's pictures, which holds no other training's (ddpm: artifacts/runs/ddpm, or ddpm-2 and so on where that does; else none).",
    };

    private readonly Option<string[]> _data = new("--data")
    {
        Description = "Your own pictures: a folder of PNG, JPEG, WebP, GIF or BMP files, one subfolder a class; or a .npy file of pictures, and one of their labels if there are any.",
        Arity = new ArgumentArity(1, 2),
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<PixelRange> _range = new("--range") { Description = "What the numbers of a .npy file of pictures mean." };
    private readonly Option<int[]> _keep = new("--keep")
    {
        Description = "Epochs, from 0, whose weights are written (by default 0, 4 and 8; ddpm: none); the last one's are always.",
        AllowMultipleArgumentsPerToken = true,
    };

    public TrainOptions(IReadOnlyDictionary<string, (int Epochs, int Images, int Batch)> jobs)
    {
        _jobs = jobs;
        _job = new Argument<string>("JOB") { Description = $"What to train: {string.Join(", ", jobs.Keys)}." };
        _job.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !jobs.ContainsKey(token.Value))
                result.AddError($"There is no training '{token.Value}'. They are: {string.Join(", ", jobs.Keys)}.");
        });
        _epochs = PerJob("--epochs", "How often every picture is learned from", entry => entry.Epochs);
        _images = PerJob("--images", "How many sprites are drawn to learn from", entry => entry.Images);
        _batch = PerJob("--batch", "Pictures in a batch", entry => entry.Batch);

        _data.Validators.Add(result =>
        {
            if (result.GetResult(_images) is not null)
                result.AddError("--images is for the workbook's own sprites; of the pictures in --data all are learned from. Leave one of the two out.");
        });

        Option<int> PerJob(string name, string what, Func<(int Epochs, int Images, int Batch), int> usual) => PositiveOption.Create(name,
            $"{what}: by default {string.Join(", ", jobs.Select(entry => $"{usual(entry.Value)} for {entry.Key}"))}.");
    }

    public Option<int> Threads { get; } = PositiveOption.Create("--threads", "Threads that tensors are computed on.", Environment.ProcessorCount);

    public void AddTo(Command command)
    {
        command.Add(_job);
        foreach (var option in (Option[])[_epochs, _images, _batch, _seed, _folder, _keep, Threads, _resume, _overwrite, _data, _range, _size, _width, _classes, _logs])
            command.Add(option);
    }

    public TrainingRequest Read(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_job);
        var ddpm = name == Ddpm;
        int Or(Option<int> option, int usual) => parsed.GetValue(option) is > 0 and var asked ? asked : usual;
        var own = parsed.GetValue(_data) ?? [];
        return new TrainingRequest(name, Or(_epochs, _jobs[name].Epochs), Or(_images, _jobs[name].Images), Or(_batch, _jobs[name].Batch), parsed.GetValue(_seed),
            parsed.GetValue(_folder)!, parsed.GetResult(_keep) is null ? ddpm ? [] : [0, 4, 8] : parsed.GetValue(_keep)!, parsed.GetValue(_resume))
        {
            Data = own,
            Overwrite = parsed.GetValue(_overwrite),
            Range = parsed.GetValue(_range),
            Size = Or(_size, ddpm && own.Length == 0 ? 32 : 0),
            Width = ddpm ? parsed.GetValue(_width) : 0,
            Classes = parsed.GetValue(_classes),
            Logs = parsed.GetValue(_logs),
            UsualLogs = ddpm ? Path.Combine("artifacts", "runs", Ddpm) : null,
        };
    }
}

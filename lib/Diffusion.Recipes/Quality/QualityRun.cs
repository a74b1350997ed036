using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Diffusion.Recipes.Training;
using Diffusion.Storage;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Quality;

/// <summary>Measures tables row by row, writes each after every row, and keeps what was measured before from the same inputs.</summary>
internal sealed class QualityRun(QualityRequest request, Judge judge, IReadOnlyList<(string Name, PlannedTable Plan)> tables)
{
    // Counts up when rows come to be measured in another way.
    private const int Method = 1;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly Dictionary<string, QualityRow> _known = [];
    private readonly Dictionary<string, string> _digests = [];
    private readonly List<string> _missing = [];
    private double _work, _seconds;

    public void Measure(CancellationToken cancellation)
    {
        if (Directory.Exists(request.Out))
            foreach (var file in Directory.EnumerateFiles(request.Out, "*.json")) Recall(file);
        foreach (var (name, plan) in tables) Measure(name, plan, cancellation);
        if (_missing.Count > 0) throw new InvalidOperationException($"Rows are missing:\n{string.Join('\n', _missing)}");
    }

    private void Recall(string file)
    {
        try
        {
            foreach (var row in QualityTable.Load(file).Rows) _known[row.Inputs] = row;
        }
        catch (InvalidDataException problem)
        {
            Console.Error.WriteLine($"Ignored: {problem.Message}");
        }
    }

    private void Measure(string name, PlannedTable plan, CancellationToken cancellation)
    {
        foreach (var row in plan.Rows)
        {
            if (!CanBeMeasured(row))
            {
                _missing.Add($"{name}, {row.Name}: {row.Weights} does not exist.");
                continue;
            }
            var inputs = Inputs(row);
            if (!_known.ContainsKey(inputs)) _known[inputs] = Measure(name, row, inputs, cancellation);
            Save(name, plan);
        }
        if (plan.Rows.Any(CanBeMeasured)) Console.WriteLine($"\n{QualityTable.Load(PathOf(name))}\n");
    }

    private QualityRow Measure(string table, PlannedRow row, string inputs, CancellationToken cancellation)
    {
        Console.Write($"{table}: {row.Name}{Outlook(row.Work)} … ");
        using var scope = NewDisposeScope();
        var started = Stopwatch.GetTimestamp();
        var images = row.Generate(cancellation);
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        (_work, _seconds) = (_work + row.Work, _seconds + took);
        var values = row.Choices.Concat(judge.Measure(images)).ToDictionary();
        if (row.Asked is not null)
            foreach (var (name, value) in judge.Accuracy(images, row.Asked)) values[name] = value;
        values["seconds"] = Math.Round(took, 3);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Fréchet distance {values["frechet"]:g4}, {took:f1} s"));
        return new QualityRow { Labels = row.Labels, Values = values, Inputs = inputs };
    }

    private static bool CanBeMeasured(PlannedRow row) => row.Weights is null || File.Exists(row.Weights);

    // Every row that is known by now, those of earlier runs too that have not had their turn in this one.
    private void Save(string name, PlannedTable plan)
    {
        QualityRow[] rows = [.. plan.Rows.Where(CanBeMeasured).Select(Inputs).Where(_known.ContainsKey).Select(inputs => _known[inputs])];
        Table(plan, rows).Save(PathOf(name));
    }

    private QualityTable Table(PlannedTable plan, IReadOnlyList<QualityRow> rows) => new()
    {
        Title = plan.Title,
        Note = plan.Note,
        Reference = judge.Floor(plan.Samples),
        Rows = rows,
        Provenance = JsonSerializer.SerializeToElement(new Provenance
        {
            Command = request.Command,
            Seed = request.Seed,
            Seconds = Math.Round(rows.Sum(row => row["seconds"]), 1),
            Data = new DataProvenance("Sprites.HeldOut", judge.HeldOut.Count, judge.HeldOut.Sha256),
            Options = new
            {
                weights = plan.Rows.Select(row => row.Weights).OfType<string>().Append(Path.Combine(request.Weights, "classifier.safetensors"))
                .Distinct().Where(File.Exists).ToDictionary(path => Path.GetFileName(path), Digest),
                training = plan.Rows.Select(row => row.Training).OfType<string>().Distinct().ToArray() is { Length: > 0 } trainings ? trainings : null,
            },
        }, Json),
    };

    private string PathOf(string name) => Path.Combine(request.Out, $"{name}.json");

    private string Inputs(PlannedRow row) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"method {Method}\n{judge.Digest}\n{Origin(row)}\nseed {request.Seed}\n{row.Name}")))[..16];

    private string Origin(PlannedRow row) => row.Weights is null ? $"training {row.Training}" : $"weights {Digest(row.Weights)}";

    private string Digest(string path) =>
        _digests.TryGetValue(path, out var digest) ? digest : _digests[path] = WeightsFile.Digest(path);

    private string Outlook(double next) => _work == 0 ? ""
        : $" (about {ClockTime.Text(next * _seconds / _work)})";
}

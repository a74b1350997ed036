using System.CommandLine;
using static TorchSharp.torch;

namespace Diffusion.Recipes.Quality;

/// <summary><c>recipes quality [TABLE…]</c>: measures what lies in data/quality.</summary>
internal static class QualityCommand
{
    private static readonly Dictionary<string, Func<QualityRequest, PlannedTable>> Tables = new()
    {
        ["epochs"] = EpochTable.Plan,
        ["context"] = ContextTable.Plan,
        ["samplers"] = SamplerTable.Plan,
        ["diversity"] = DiversityTable.Plan,
        ["final"] = FinalTable.Plan,
        ["targets"] = TargetTable.Plan,
    };

    public static Command Create()
    {
        var names = string.Join(", ", Tables.Keys);
        var tables = new Argument<string[]>("TABLE")
        {
            Description = $"What to measure: {names}; all of them if left out.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        tables.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !Tables.ContainsKey(token.Value)))
                result.AddError($"There is no table '{token.Value}'. The tables are: {names}.");
        });
        var weights = new Option<string>("--weights") { Description = "The folder of weights.", DefaultValueFactory = _ => Path.Combine("data", "weights") };
        var folder = new Option<string>("--out") { Description = "The folder for tables.", DefaultValueFactory = _ => Path.Combine("data", "quality") };
        var samples = PositiveOption.Create("--samples", "How many sprites each row generates; by default what the table says.");
        var images = PositiveOption.Create("--images", "How many sprites networks learn from where a table trains its own; by default what the table says.");
        var threads = PositiveOption.Create("--threads", "Threads that tensors are computed on.", Environment.ProcessorCount);
        var seed = new Option<int>("--seed") { Description = "Where all noise comes from." };
        var command = new Command("quality", "Measure generated sprites; rows that stand in the tables already are kept.")
        {
            tables, weights, folder, samples, images, seed, threads,
        };
        command.SetAction(parsed =>
        {
            set_num_threads(parsed.GetValue(threads));
            var asked = parsed.GetValue(tables) is { Length: > 0 } some ? some : [.. Tables.Keys];
            return Run(new QualityRequest(asked, parsed.GetValue(weights)!, parsed.GetValue(folder)!,
                parsed.GetValue(samples), parsed.GetValue(seed), parsed.GetValue(images)));
        });
        return command;
    }

    private static int Run(QualityRequest request) => Interruptible.Run(
        cancellation =>
        {
            using var judge = new Judge(request.Weights);
            var plans = request.Tables.Distinct().Select(name => (name, Tables[name](request))).ToArray();
            new QualityRun(request, judge, plans).Measure(cancellation);
        },
        "The rows that were done are kept; the same command goes on from here.");
}

/// <summary>What the command line asked to be measured.</summary>
/// <param name="Tables">The tables' names.</param>
/// <param name="Weights">The folder that weights are read from.</param>
/// <param name="Out">The folder that tables are written to.</param>
/// <param name="Samples">How many sprites each row generates; 0 leaves it to the table.</param>
/// <param name="Seed">Where all noise comes from.</param>
/// <param name="Images">How many sprites networks learn from where a table trains its own; 0 leaves it to the table.</param>
internal sealed record QualityRequest(IReadOnlyList<string> Tables, string Weights, string Out, int Samples, int Seed, int Images)
{
    /// <summary>The command that measures the same again, without folders.</summary>
    public string Command =>
        $"recipes quality {string.Join(' ', Tables)} --seed {Seed}{(Samples > 0 ? $" --samples {Samples}" : "")}{(Images > 0 ? $" --images {Images}" : "")}";

    /// <summary>The samples of a table's rows.</summary>
    /// <param name="usual">What the table would choose.</param>
    public int SamplesOr(int usual) => Samples > 0 ? Samples : usual;

    /// <summary>The sprites that a table's own networks learn from.</summary>
    /// <param name="usual">What the table would choose.</param>
    public int ImagesOr(int usual) => Images > 0 ? Images : usual;
}

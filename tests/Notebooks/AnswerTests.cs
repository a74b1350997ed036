using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workbook.Base;
using Workbook.Documents;
using Workbook.Sessions.Running;

namespace Notebooks.Tests;

/// <summary>
/// Each check takes answers that are right, however they are written, and refuses those that are plausible and wrong: <c>Answers/NN-….csx</c>,
/// where a line <c>// check-1 wrong: why</c> begins an answer to the first exercise.
/// </summary>
public sealed partial class AnswerTests
{
    private static readonly Repository s_project = Repository.Find(AppContext.BaseDirectory);

    public static TheoryData<string> Lessons() => LessonTests.Lessons();

    [Theory, MemberData(nameof(Lessons))]
    public void Answers_EveryCheck_HasFiveWrongAndTwoRight(string name)
    {
        var answers = Answers(name);

        Assert.Equal(Checks(name).Keys, answers.Select(answer => answer.Check).Distinct());
        Assert.All(answers.GroupBy(answer => answer.Check), tried =>
        {
            Assert.True(tried.Count(answer => answer.IsRight) >= 2, $"{tried.Key}: a right answer is missing");
            Assert.True(tried.Count(answer => !answer.IsRight) >= 5, $"{tried.Key}: a wrong answer is missing");
            Assert.Equal(tried.Count(), tried.Select(answer => answer.Code).Distinct().Count());
        });
    }

    [Theory, MemberData(nameof(Lessons))]
    public async Task Checks_AnswersTried_TakeTheRightAndRefuseTheWrong(string name)
    {
        var answers = Answers(name);

        var verdicts = await TryAsync(name, answers);

        Assert.Empty(answers.Zip(verdicts)
            .Where(tried => !tried.Second.StartsWith(tried.First.IsRight ? "Right:" : "Not yet:", StringComparison.Ordinal))
            .Select(tried => $"{tried.First}\n=> {tried.Second}"));
    }

    /// <summary>Runs the solutions' set-up, then each answer with its check, as a reader would who tries one after the other.</summary>
    private static async Task<IReadOnlyList<string>> TryAsync(string name, IReadOnlyList<Answer> answers)
    {
        // As deep below the root as the solutions are: they name the library and the data by relative paths.
        var folder = Directory.CreateDirectory(Path.Combine(s_project.Root, "artifacts", $"answers-{Guid.NewGuid():N}"));
        try
        {
            var (solutions, checks) = (Solutions(name), Checks(name));
            var setUp = solutions.CodeCells.Where(cell => !ExerciseId().IsMatch((string)cell["id"]!)).ToList();
            var tried = answers.Select((answer, i) => SourceNotebook.CodeCell($"answer-{i}", $"{answer.Code}\n{checks[answer.Check]}"));
            var root = solutions.Root.DeepClone();
            root["cells"] = new JsonArray([.. setUp.Select(cell => cell.DeepClone()), .. tried]);
            var source = Path.Combine(folder.FullName, name + ".ipynb");
            await File.WriteAllTextAsync(source, root.ToJsonString(), TestContext.Current.CancellationToken);

            var run = await new NotebookRunner(source, Path.Combine(folder.FullName, "run", name + ".ipynb"), new RunOptions(), new Progress<RunStep>())
                .RunAsync(TestContext.Current.CancellationToken);

            Assert.Empty(run.Failures.Select(failure => failure.ToString()));
            return [.. NotebookReader.Read(run.Target).Cells.Where(cell => cell.Id.StartsWith("answer-", StringComparison.Ordinal)).Select(LessonTests.Text)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static SourceNotebook Solutions(string name) =>
        SourceNotebook.Read(Path.Combine(s_project.Notebooks, "solutions", name + ".ipynb"));

    private static Dictionary<string, string> Checks(string name) => Solutions(name).CodeCells
        .Where(cell => ((string)cell["id"]!).StartsWith("check-", StringComparison.Ordinal))
        .ToDictionary(cell => (string)cell["id"]!, SourceNotebook.Text);

    private static List<Answer> Answers(string name)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Answers", name + ".csx"));
        var heads = Head().Matches(text);
        return
        [
            .. heads.Select((head, i) => new Answer(head.Groups["check"].Value, head.Groups["verdict"].Value == "right", head.Groups["why"].Value,
                text[(head.Index + head.Length)..(i + 1 < heads.Count ? heads[i + 1].Index : text.Length)].Trim())),
        ];
    }

    [GeneratedRegex(@"(?m)^// (?<check>check-\d) (?<verdict>right|wrong)(: (?<why>.*))?$")]
    private static partial Regex Head();

    [GeneratedRegex("^(exercise|check)-")]
    private static partial Regex ExerciseId();

    private sealed record Answer(string Check, bool IsRight, string Why, string Code);
}

using System.CommandLine;
using Workbook.Base;
using Workbook.Setup;

namespace Workbook.Commands;

/// <summary><c>workbook doctor</c>: says what the workbook stands on and what is wrong with it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Show versions, engine, device and threads, and what is wrong with a remedy each. Changes nothing; exit code 1 if anything is wrong.");
        command.SetAction(async (parsed, cancellation) =>
        {
            var findings = await new Doctor(Repository.Find(), new Machine()).ExamineAsync(cancellation);
            return Report(findings, parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    internal static int Report(IReadOnlyList<Finding> findings, TextWriter output)
    {
        var width = findings.Max(finding => finding.Subject.Length);
        foreach (var finding in findings)
        {
            output.WriteLine($"{Mark(finding.Severity)} {finding.Subject.PadRight(width)}  {finding.Text}");
            if (finding.Remedy is { } remedy)
                output.WriteLine($"{new string(' ', width + 6)}  -> {remedy}");
        }

        var wrong = findings.Count(finding => finding.Severity == Severity.Wrong);
        output.WriteLine(wrong == 0 ? "Nothing is wrong." : $"{wrong} {(wrong == 1 ? "thing is" : "things are")} wrong; each has its remedy above.");
        return wrong == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private static string Mark(Severity severity) => severity switch
    {
        Severity.Fine => "ok   ",
        Severity.Note => "note ",
        _ => "WRONG",
    };
}

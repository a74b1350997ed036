using System.CommandLine;
using Workbook.Sessions;
using Workbook.Sessions.Child;

namespace Workbook.Commands;

/// <summary><c>workbook session</c>: the child process in which cells run; started by this program, not by people.</summary>
internal static class SessionCommand
{
    public static Command Create()
    {
        var pipe = new Option<string>(ChildProcess.PipeOption) { Description = "The parent's pipe.", Required = true };
        var command = new Command(ChildProcess.Command, "Run cells for the workbook that started this process.") { pipe };
        command.Hidden = true;
        command.SetAction(parsed => SessionServer.RunAsync(parsed.GetValue(pipe)!));
        return command;
    }
}

namespace Workbook.Sessions.Running;

/// <summary>How a run ended, from best to worst.</summary>
internal enum RunStatus
{
    Succeeded,
    Failed,
    Interrupted,
}

namespace Workbook.Base;

/// <summary>The program itself, as sessions and Jupyter start it: it lies beside this assembly, also where tests have it.</summary>
internal static class HostProgram
{
    public const string FileName = "workbook.dll";

    public static string Location { get; } = Path.Combine(AppContext.BaseDirectory, FileName);
}

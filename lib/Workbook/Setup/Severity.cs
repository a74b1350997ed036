namespace Workbook.Setup;

/// <summary>How bad a finding is.</summary>
internal enum Severity
{
    Fine,

    /// <summary>Something works less well, or will be mended by itself.</summary>
    Note,

    /// <summary>Something does not work.</summary>
    Wrong,
}

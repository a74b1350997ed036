namespace Workbook.Setup;

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Text">What was found.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Remedy">What to type or do; null where nothing is to be done.</param>
internal sealed record Finding(string Subject, string Text, Severity Severity = Severity.Fine, string? Remedy = null);

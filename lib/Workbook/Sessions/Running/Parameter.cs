namespace Workbook.Sessions.Running;

/// <summary>A value for one of a notebook's parameters, as typed on the command line.</summary>
internal sealed record Parameter(string Name, string Value);

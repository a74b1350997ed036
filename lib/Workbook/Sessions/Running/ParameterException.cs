namespace Workbook.Sessions.Running;

/// <summary>A notebook does not take such a parameter, or not such a value.</summary>
internal sealed class ParameterException(string message) : Exception(message);

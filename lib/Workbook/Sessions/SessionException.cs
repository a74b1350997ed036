namespace Workbook.Sessions;

/// <summary>A session could not be started, or is no longer there.</summary>
internal sealed class SessionException(string message) : Exception(message);

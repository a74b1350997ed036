namespace Workbook.Sessions.Running;

/// <summary>A run's progress.</summary>
/// <param name="Notebook">What messages call the notebook.</param>
/// <param name="Done">Code cells that are through.</param>
/// <param name="Total">Code cells to run.</param>
/// <param name="Text">What is being done now.</param>
internal sealed record RunStep(string Notebook, int Done, int Total, string Text);

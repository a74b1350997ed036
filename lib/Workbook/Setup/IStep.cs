namespace Workbook.Setup;

/// <summary>One part of set-up: says whether it is done, by looking, and does it.</summary>
internal interface IStep
{
    string Title { get; }

    /// <summary>Whether nothing is to be done. Quick, without network, and without changing anything.</summary>
    bool IsDone();

    /// <summary>Does it; interrupted anywhere, it can be done again.</summary>
    /// <param name="report">Takes the line it is at.</param>
    /// <param name="cancellation">Ends it.</param>
    Task RunAsync(Action<string> report, CancellationToken cancellation);
}

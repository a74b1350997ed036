using System.Text.Json.Serialization;

namespace Workbook.Sessions.Protocol;

/// <summary>What a parent asks of its session.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteRequest), "execute")]
[JsonDerivedType(typeof(InputReply), "input")]
[JsonDerivedType(typeof(InterruptRequest), "interrupt")]
[JsonDerivedType(typeof(ShutdownRequest), "shutdown")]
internal abstract record SessionRequest;

/// <summary>Compile and run a cell; answered by events that end in <see cref="DoneEvent"/>.</summary>
/// <param name="Code">The cell's text.</param>
/// <param name="Name">What errors call the cell.</param>
internal sealed record ExecuteRequest(string Code, string Name) : SessionRequest
{
    /// <summary>Whether someone is there to answer an <see cref="InputEvent"/>; else the console is at its end.</summary>
    public bool AllowInput { get; init; }
}

/// <summary>A line for the cell that asked for it; null says that there is no more.</summary>
internal sealed record InputReply(int Number, string? Line) : SessionRequest;

/// <summary>Stop the running cell; without one, nothing happens.</summary>
internal sealed record InterruptRequest : SessionRequest;

/// <summary>End the process in good order.</summary>
internal sealed record ShutdownRequest : SessionRequest;

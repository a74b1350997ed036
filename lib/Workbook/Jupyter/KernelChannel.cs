namespace Workbook.Jupyter;

/// <summary>The five lines between a kernel and its clients.</summary>
internal enum KernelChannel
{
    /// <summary>Requests, one after the other.</summary>
    Shell,

    /// <summary>Requests that must not wait behind a running cell.</summary>
    Control,

    /// <summary>Questions to the client that runs the cell, and its answers.</summary>
    Stdin,

    /// <summary>What everyone is to hear: outputs and states.</summary>
    IOPub,

    /// <summary>Whatever comes goes back, as a sign of life.</summary>
    Heartbeat,
}

namespace TorchSharp.Tests.Support;

/// <summary>Tests that look at what all threads share, such as the global generator: nothing else runs meanwhile.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class RunAlone;

namespace TorchSharp.Contract.Tests;

/// <summary>Tests of what all threads share, such as the global generator: nothing else runs meanwhile.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class RunAlone;

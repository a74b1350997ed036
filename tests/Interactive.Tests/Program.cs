using Interactive.Tests;
using Xunit.MicrosoftTestingPlatform;

// .NET Interactive takes the process's working directory for the notebook's, and TorchSharp's native state is the process's
// too: each notebook runs in a process of its own, which is this program again.
return args is [EngineProcess.Verb, var notebook, var report]
    ? await EngineProcess.ServeAsync(notebook, report)
    : await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);

using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Modules;

/// <summary>Marks a module that has neither parameters nor buffers.</summary>
[SuppressMessage("Design", "CA1040:Avoid empty interfaces", Justification = "TorchSharp's mark.")]
public interface IParameterLessModule
{
}

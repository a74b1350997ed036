using System.Net;
using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;
using Workbook.Documents;

namespace Workbook.Sessions.Formatting;

/// <summary>Shows a TorchSharp tensor by its own text, wherever it stands; the host does not reference TorchSharp.</summary>
/// <remarks>Left to the general formatter, a tensor would be taken apart into a hundred properties.</remarks>
internal static class TensorFormatter
{
    private const string AssemblyName = "TorchSharp";
    private const string TypeName = "TorchSharp.torch+Tensor";

    public static void RegisterWhenLoaded()
    {
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => Register(loaded.LoadedAssembly);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            Register(assembly);
    }

    private static void Register(Assembly assembly)
    {
        if (assembly.GetName().Name != AssemblyName || assembly.GetType(TypeName) is not { } tensor)
            return;
        var text = Describer(tensor);
        Formatter.Register(tensor, (value, writer) => writer.Write(text(value)), MimeBundle.Plain);
        Formatter.Register(
            tensor, (value, writer) => writer.Write($"<pre>{WebUtility.HtmlEncode(text(value))}</pre>"), MimeBundle.Html);
    }

    // ToString() alone gives the type and shape only; with a style it gives the values too.
    private static Func<object, string> Describer(Type tensor)
    {
        var method = tensor.GetMethods().FirstOrDefault(candidate =>
            candidate.Name == nameof(ToString) &&
            candidate.GetParameters() is [{ ParameterType: { IsEnum: true, Name: "TensorStringStyle" } }, ..]);
        if (method is null)
            return value => value.ToString() ?? "";
        var parameters = method.GetParameters();
        var arguments = new object?[parameters.Length];
        arguments[0] = Enum.Parse(parameters[0].ParameterType, "Julia");
        arguments[^1] = "\n";
        return value => ((string)method.Invoke(value, arguments)!).TrimEnd();
    }
}

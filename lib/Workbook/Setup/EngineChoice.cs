using System.Xml;
using System.Xml.Linq;

namespace Workbook.Setup;

/// <summary>Which assembly gives TorchSharp's API, where tensors live, and why: what <c>artifacts/engine.props</c> holds.</summary>
/// <param name="Engine"><c>nuget</c> or <c>system</c>.</param>
/// <param name="Device"><c>cpu</c> or <c>cuda</c>.</param>
/// <param name="Reason">Why, for the reader.</param>
/// <param name="LibTorch">The libtorch of the system engine; null for nuget.</param>
internal sealed record EngineChoice(string Engine, string Device, string Reason, LibTorch? LibTorch)
{
    public const string Nuget = "nuget";
    public const string System = "system";
    public const string Cpu = "cpu";
    public const string Cuda = "cuda";

    /// <summary>Changes exactly where what is built against the engine must be built anew.</summary>
    public string Identity => $"{Engine}|{Device}|{LibTorch?.Identity}";

    /// <summary>Whether all that the choice names still lies there.</summary>
    public bool IsUsable => Engine == Nuget || (LibTorch is not null && File.Exists(Path.Combine(LibTorch.Lib, "libtorch.so")));

    /// <summary>The choice and its reason in one line.</summary>
    public string Describe() => Engine == Nuget
        ? $"engine nuget on {Device} ({Reason})."
        : $"engine system on {Device}, libtorch {LibTorch?.Version} from {LibTorch?.Source} ({Reason}).";

    /// <summary>The remembered choice; null where none was made or the file cannot be read.</summary>
    public static EngineChoice? Load(Repository repository)
    {
        if (!File.Exists(repository.EngineProps))
            return null;
        try
        {
            var properties = XDocument.Load(repository.EngineProps).Descendants("PropertyGroup").Elements()
                .ToDictionary(element => element.Name.LocalName, element => element.Value);
            string Value(string name) => properties.GetValueOrDefault(name, "");
            var libTorch = Value("LibTorchLib") is { Length: > 0 } lib
                ? new LibTorch(Value("LibTorchInclude").Split(';'), lib, Value("LibTorchFlags"), Value("LibTorchVersion"), Value("LibTorchSource"))
                : null;
            return Value("TorchEngine") is Nuget or System
                ? new EngineChoice(Value("TorchEngine"), Value("TorchDevice") is Cuda ? Cuda : Cpu, Value("TorchEngineReason"), libTorch)
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public void Save(Repository repository)
    {
        var properties = new XElement(
            "PropertyGroup",
            new XElement("TorchEngine", Engine),
            new XElement("TorchDevice", Device),
            new XElement("TorchEngineReason", Reason));
        if (LibTorch is { } found)
            properties.Add(
                new XElement("LibTorchInclude", string.Join(';', found.Include)),
                new XElement("LibTorchLib", found.Lib),
                new XElement("LibTorchFlags", found.Flags),
                new XElement("LibTorchVersion", found.Version),
                new XElement("LibTorchSource", found.Source));
        var note = new XComment(" Written by `workbook setup`, whose options change it. ");
        Aside.WriteText(repository.EngineProps, new XElement("Project", note, properties) + "\n");
    }
}

using System.Xml;
using System.Xml.Linq;

namespace Workbook.Setup;

/// <summary>Where tensors live, <c>cpu</c> or <c>cuda</c>: decides which packages are taken, and stands in <c>artifacts/device.props</c> for every build.</summary>
internal static class DeviceChoice
{
    public const string Cpu = "cpu";
    public const string Cuda = "cuda";

    /// <summary>What MSBuild calls it.</summary>
    public const string Property = "TorchDevice";

    /// <summary>The remembered device; the processor where none was chosen or the file cannot be read.</summary>
    public static string Load(Repository repository)
    {
        if (!File.Exists(repository.DeviceProps))
            return Cpu;
        try
        {
            return XDocument.Load(repository.DeviceProps).Descendants(Property).Any(element => element.Value == Cuda) ? Cuda : Cpu;
        }
        catch (XmlException)
        {
            return Cpu;
        }
    }

    public static void Save(Repository repository, string device)
    {
        var note = new XComment(" Written by `workbook setup --device`, which changes it. ");
        Aside.WriteText(repository.DeviceProps, new XElement("Project", note, new XElement("PropertyGroup", new XElement(Property, device))) + "\n");
    }
}

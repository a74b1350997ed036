using System.Xml;
using System.Xml.Linq;
using Workbook.Base;

namespace Workbook.Setup;

/// <summary>Where tensors live, <c>cpu</c> or <c>cuda</c>: decides which packages are taken, and stands in <c>artifacts/device.props</c> for every build.</summary>
internal static class DeviceChoice
{
    public const string Cpu = "cpu";
    public const string Cuda = "cuda";

    /// <summary>What MSBuild calls it.</summary>
    public const string Property = "TorchDevice";

    /// <summary>The remembered device; the processor where none was chosen or the file cannot be read.</summary>
    public static string Load(Repository repository) =>
        Read(repository) is { } choice && choice.Descendants(Property).Any(element => element.Value == Cuda) ? Cuda : Cpu;

    /// <summary>Whether the file is there and cannot be read, by no build either.</summary>
    public static bool IsDamaged(Repository repository) => File.Exists(repository.DeviceProps) && Read(repository) is null;

    private static XDocument? Read(Repository repository)
    {
        try
        {
            return File.Exists(repository.DeviceProps) ? XDocument.Load(repository.DeviceProps) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public static void Save(Repository repository, string device)
    {
        var note = new XComment(" Written by `workbook setup --device`, which changes it. ");
        Aside.WriteText(repository.DeviceProps, new XElement("Project", note, new XElement("PropertyGroup", new XElement(Property, device))) + "\n");
    }
}

namespace TorchSharp.Tests.Surface;

public class SurfaceTests
{
    private static readonly Type[] Ours = typeof(torch).Assembly.GetExportedTypes()
        .Where(t => t.Namespace != "TorchSharp.Engine")
        .ToArray();

    [Fact]
    public void Assembly_EveryPublicType_StandsInTorchSharp()
    {
        var surface = SurfaceFile.Read(Ours);
        var strays = Ours.Select(SurfacePrinter.TypeLine).Where(line => !surface.Contains(line));
        AssertNone(strays);
    }

    [Fact]
    public void Assembly_EveryPublicMember_StandsInTorchSharp()
    {
        var surface = SurfaceFile.Read(Ours);
        var strays = Ours.SelectMany(SurfacePrinter.MemberLines).Where(line => !surface.Contains(line));
        AssertNone(strays);
    }

    [Fact]
    public void Printer_KnownMembers_PrintsThemAsTheFileDoes()
    {
        Assert.Contains("  Sample<T> :: public virtual (int,T)? Find<U>(U key, params long[] ids)", SurfacePrinter.MemberLines(typeof(Sample<>)));
        Assert.Contains("  Sample<T> :: protected ctor(double eps = 1E-08, DayOfWeek day = Monday)", SurfacePrinter.MemberLines(typeof(Sample<>)));
        Assert.Contains("  Sample<T> :: public int Item[string key] { get; }", SurfacePrinter.MemberLines(typeof(Sample<>)));
        Assert.Equal("TYPE TorchSharp.Tests.Surface | abstract class Sample<T> : List<T>", SurfacePrinter.TypeLine(typeof(Sample<>)));
    }

    private static void AssertNone(IEnumerable<string> strays)
    {
        var list = strays.ToArray();
        Assert.True(list.Length == 0,
            $"{list.Length} of our public signatures are not TorchSharp's (make them internal, or spell them as surface.txt does;\n"
            + $"a new type needs its lines in surface.txt: see {nameof(SurfaceFile)}):\n{string.Join('\n', list)}");
    }
}

internal abstract class Sample<T> : List<T>
{
    protected Sample(double eps = 1e-8, DayOfWeek day = DayOfWeek.Monday) => Capacity = eps > 0 ? (int)day : 0;

    public int this[string key] => key.Length;

    public virtual (int, T)? Find<U>(U key, params long[] ids) => null;
}

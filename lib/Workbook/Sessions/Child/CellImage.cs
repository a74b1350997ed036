using System.Reflection;
using System.Runtime.Loader;

namespace Workbook.Sessions.Child;

/// <summary>A cell's compiled code.</summary>
/// <param name="Assembly">The PE image.</param>
/// <param name="Symbols">Its portable debug symbols, which give tracebacks their lines.</param>
/// <param name="EntryType">The type that holds the entry point.</param>
/// <param name="EntryMethod">The entry point.</param>
internal sealed record CellImage(byte[] Assembly, byte[] Symbols, string EntryType, string EntryMethod)
{
    /// <summary>Loads the code; what it returns takes the cells' objects so far, and adds the cell's own to them.</summary>
    public Func<object?[], Task<object>> Load(AssemblyLoadContext context) =>
        context.LoadFromStream(new MemoryStream(Assembly), new MemoryStream(Symbols))
            .GetType(EntryType)!
            .GetMethod(EntryMethod, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object>>>();
}

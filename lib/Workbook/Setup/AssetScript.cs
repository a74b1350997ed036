namespace Workbook.Setup;

/// <summary>One file of a package that pages link.</summary>
/// <param name="Name">What pages ask for it by.</param>
/// <param name="Path">In the package.</param>
/// <param name="Target">Below <c>artifacts/assets</c>.</param>
/// <param name="Integrity">The hash that a browser checks.</param>
internal sealed record AssetScript(string Name, string Path, string Target, string Integrity);

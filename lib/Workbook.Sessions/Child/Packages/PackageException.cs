namespace Workbook.Sessions.Child.Packages;

/// <summary>Packages could not be had.</summary>
/// <param name="answer">What the SDK or the registry said.</param>
/// <param name="requests">What was asked for.</param>
internal sealed class PackageException(string answer, IEnumerable<PackageRequest> requests)
    : Exception($"{string.Join(", ", requests)} could not be restored. {answer}{Remedy(answer)}")
{
    private static string Remedy(string answer) => answer switch
    {
        _ when Has(answer, "NU1801") => "\nA source could not be reached, and the others do not have it. Is there a network?",
        _ when Has(answer, "NU1101") => "\nCheck the name; #i \"nuget: address or folder\" adds another source.",
        _ when Has(answer, "NU1102") || Has(answer, "NU1103") => "\nName a version that is there, or leave it out for the newest.",
        _ when Has(answer, "NU1301") => "\nIs there a network? What was restored before, in the very version, needs none.",
        _ => "",
    };

    private static bool Has(string answer, string code) => answer.Contains(code, StringComparison.Ordinal);
}

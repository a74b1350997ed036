using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.Formatting.TabularData;
using Workbook.Documents;
using Workbook.Sessions.Cells;

namespace Workbook.Sessions.Formatting;

/// <summary>Turns a cell's values into what a notebook shows.</summary>
internal static class ValueFormatter
{
    static ValueFormatter() => TensorFormatter.RegisterWhenLoaded();

    /// <summary>All representations that the value's type prefers; plain text is always among them.</summary>
    public static MimeBundle Format(object? value)
    {
        if (value is null)
            return new MimeBundle(MimeBundle.Plain, Formatter.NullString);
        if (value is string text)
            return new MimeBundle(MimeBundle.Plain, text);
        if (value is LaTeXString latex)
            return Bundle([("text/latex", latex.ToString()), (MimeBundle.Plain, latex.ToString())]);
        if (ConventionFormatter.For(value.GetType()) is { } convention)
            return WithPlain(Bundle(convention.Preferred.Select(formatter => (formatter.MimeType, formatter.Format(value)))), value);
        if (LibraryCharts.Format(value) is { } chart)
            return chart;
        if (IsScalar(value))
            return new MimeBundle(MimeBundle.Plain, Plain(value));
        var types = Formatter.GetPreferredMimeTypesFor(value.GetType());
        return WithPlain(Bundle(types.Select(mime => (mime, Formatter.ToDisplayString(value, mime)))), value);
    }

    /// <summary>One representation; a string is taken as that representation itself.</summary>
    public static MimeBundle Format(object? value, string mimeType) =>
        Bundle([(mimeType, value as string ?? Text(value, mimeType))]);

    /// <summary>Items as a table: HTML, and comma-separated values, which serve as text too.</summary>
    public static MimeBundle Table<T>(IEnumerable<T> items)
    {
        const string Csv = "text/csv";
        var table = items.ToTabularDataResource();
        var csv = Formatter.ToDisplayString(table, Csv);
        return Bundle([(MimeBundle.Html, Formatter.ToDisplayString(table, MimeBundle.Html)), (Csv, csv), (MimeBundle.Plain, csv.TrimEnd())]);
    }

    /// <summary>The value as a line or more of plain text, and nothing else: no figure is taken for shown.</summary>
    public static string Text(object? value) => value as string ?? Text(value, MimeBundle.Plain);

    private static string Text(object? value, string mimeType)
    {
        if (value is null)
            return Formatter.ToDisplayString(value, mimeType);
        return ConventionFormatter.For(value.GetType())?.Find(mimeType)?.Format(value)
            ?? LibraryCharts.Format(value)?.Text(mimeType)
            ?? (mimeType == MimeBundle.Plain ? Plain(value) : Formatter.ToDisplayString(value, mimeType));
    }

    private static MimeBundle Bundle(IEnumerable<(string Mime, string Text)> representations) =>
        new(representations.Select(item => KeyValuePair.Create(item.Mime, Node(item.Mime, item.Text))));

    private static JsonNode? Node(string mime, string text)
    {
        try
        {
            return MimeBundle.IsJson(mime) ? JsonNode.Parse(text) : JsonValue.Create(text);
        }
        catch (JsonException error)
        {
            throw new FormatException($"What is to be shown as {mime} is no JSON: {error.Message}", error);
        }
    }

    private static MimeBundle WithPlain(MimeBundle bundle, object value) =>
        bundle.Has(MimeBundle.Plain) ? bundle : bundle.With(MimeBundle.Plain, JsonValue.Create(Plain(value)));

    private static bool IsScalar(object value) =>
        value is IConvertible or DateTimeOffset or DateOnly or TimeOnly or TimeSpan or Guid or Uri or Version
            or Half or Int128 or UInt128 or System.Numerics.BigInteger or System.Numerics.Complex or Type;

    private static string Plain(object value) =>
        IsScalar(value) && value is IFormattable number
            ? number.ToString(null, CultureInfo.InvariantCulture)
            : Formatter.ToDisplayString(value, MimeBundle.Plain);
}

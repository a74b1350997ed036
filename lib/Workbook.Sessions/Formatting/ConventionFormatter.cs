using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Workbook.Documents;

namespace Workbook.Sessions.Formatting;

/// <summary>The formatters that a type brings along by convention, so that a library need not reference any host.</summary>
/// <remarks>
/// An attribute class named <c>TypeFormatterSourceAttribute</c> on the type or a base type names a source
/// (<c>FormatterSourceType</c>), whose <c>CreateTypeFormatters()</c> yields objects with a <c>MimeType</c>, a
/// <c>bool Format(object, TextWriter)</c> and optionally a <c>Type</c>. All <c>PreferredMimeTypes</c> are shown together.
/// An attribute of that name without a <c>FormatterSourceType</c> is somebody else's, as Plotly.NET's.
/// </remarks>
internal sealed class ConventionFormatter
{
    private const string AttributeName = "TypeFormatterSourceAttribute";
    private const string SourceName = "FormatterSourceType";

    private static readonly ConcurrentDictionary<Type, ConventionFormatter?> Known = new();

    private readonly List<Entry> _entries;

    private ConventionFormatter(List<Entry> entries, IReadOnlyList<string> preferred)
    {
        _entries = entries;
        Preferred = [.. preferred.Select(Find).OfType<Entry>()];
        if (Preferred.Count == 0)
            Preferred = entries;
    }

    /// <summary>What to show, in order.</summary>
    public IReadOnlyList<Entry> Preferred { get; }

    /// <summary>The type's formatters; null where it brings none.</summary>
    public static ConventionFormatter? For(Type type) => Known.GetOrAdd(type, Create);

    public Entry? Find(string mimeType) => _entries.Find(entry => entry.MimeType == mimeType);

    private static ConventionFormatter? Create(Type type)
    {
        if (FindAttribute(type) is not { } attribute)
            return null;
        var sourceType = Get<Type>(attribute, SourceName) ?? throw Broken(type, $"names no {SourceName}");
        var source = Activator.CreateInstance(sourceType)!;
        var create = sourceType.GetMethod("CreateTypeFormatters", Type.EmptyTypes)
            ?? throw Broken(type, $"names {sourceType}, which has no CreateTypeFormatters()");
        var entries = ((IEnumerable)create.Invoke(source, null)!).Cast<object>()
            .Where(formatter => Get<Type>(formatter, "Type")?.IsAssignableFrom(type) ?? true)
            .Select(formatter => new Entry(formatter))
            .ToList();
        return entries.Count == 0
            ? null
            : new ConventionFormatter(entries, Get<string[]>(attribute, "PreferredMimeTypes") ?? []);
    }

    private static object? FindAttribute(Type? type)
    {
        for (; type is not null; type = type.BaseType)
            if (type.GetCustomAttributes(inherit: false).FirstOrDefault(IsConvention) is { } found)
                return found;
        return null;
    }

    private static bool IsConvention(object attribute) =>
        attribute.GetType() is { Name: AttributeName } type && type.GetProperty(SourceName)?.PropertyType == typeof(Type);

    private static T? Get<T>(object target, string property) where T : class =>
        target.GetType().GetProperty(property)?.GetValue(target) as T;

    private static InvalidOperationException Broken(Type type, string problem) =>
        new($"The {AttributeName} of {type} {problem}.");

    /// <summary>One formatter.</summary>
    internal sealed class Entry
    {
        private readonly object _target;
        private readonly MethodInfo _format;

        public Entry(object target)
        {
            _target = target;
            MimeType = Get<string>(target, nameof(MimeType)) ?? MimeBundle.Plain;
            _format = target.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])
                ?? throw new InvalidOperationException($"{target.GetType()} has no Format(object, TextWriter).");
        }

        public string MimeType { get; }

        public string Format(object value)
        {
            using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            try
            {
                _format.Invoke(_target, [value, writer]);
            }
            catch (TargetInvocationException error) when (error.InnerException is { } inner)
            {
                ExceptionDispatchInfo.Throw(inner);
            }
            return writer.ToString();
        }
    }
}

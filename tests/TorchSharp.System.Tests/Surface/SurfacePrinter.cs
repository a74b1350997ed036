using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TorchSharp.Tests.Surface;

/// <summary>
/// Prints an assembly's public surface, one line a type and one line a member, as surface.txt does.
/// Nullable annotations of reference types are left out: they change no name and no overload.
/// </summary>
internal static class SurfacePrinter
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    public static string TypeLine(Type type)
    {
        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : "class";
        var modifier = type.IsAbstract && type.IsSealed ? "static "
            : type.IsClass && type.IsAbstract ? "abstract "
            : type.IsClass && type.IsSealed ? "sealed " : "";
        var parent = type.BaseType is { } b && b != typeof(object) ? $" : {Name(b)}" : "";
        return $"TYPE {type.Namespace} | {modifier}{kind} {Name(type)}{parent}";
    }

    /// <summary>The members that a caller or a derived class can name. An override adds no such name, so it is left out.</summary>
    public static IEnumerable<string> MemberLines(Type type)
    {
        var owner = $"  {Name(type)} :: ";
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => owner + name);
        return type.GetConstructors(Declared).Where(c => !c.IsStatic && Visible(c)).Select(Constructor)
            .Concat(type.GetFields(Declared).Where(f => f.IsPublic).Select(Field))
            .Concat(type.GetProperties(Declared).Where(IsPublic).Select(Property))
            .Concat(type.GetMethods(Declared).Where(Listed).Select(Method))
            .Select(line => owner + line);
    }

    public static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsByRef) return Name(type.GetElementType()!);
        if (type.IsArray) return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsGenericParameter) return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } underlying) return $"{Name(underlying)}?";
        var arguments = type.GetGenericArguments().Select(Name).ToArray();
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) ?? type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal))
            return $"({string.Join(',', arguments)})";
        var name = type.Name.Split('`')[0];
        for (var outer = type.DeclaringType; outer is not null; outer = outer.DeclaringType)
            name = $"{outer.Name.Split('`')[0]}.{name}";
        return arguments.Length == 0 ? name : $"{name}<{string.Join(',', arguments)}>";
    }

    private static string Constructor(ConstructorInfo c) => $"{Access(c)} ctor({Parameters(c.GetParameters())})";

    private static string Field(FieldInfo f) => $"public {(f.IsStatic ? "static " : "")}field {Name(f.FieldType)} {f.Name}";

    private static string Property(PropertyInfo p)
    {
        var accessors = (p.GetMethod is { IsPublic: true } ? "get; " : "") + (p.SetMethod is { IsPublic: true } ? "set; " : "");
        var index = p.GetIndexParameters();
        var isStatic = (p.GetMethod ?? p.SetMethod)!.IsStatic ? "static " : "";
        return $"public {isStatic}{Name(p.PropertyType)} {p.Name}{(index.Length > 0 ? $"[{Parameters(index)}]" : "")} {{ {accessors}}}";
    }

    private static string Method(MethodInfo m)
    {
        var modifier = m.IsStatic ? "static " : m.IsAbstract ? "abstract " : m.IsVirtual && !m.IsFinal ? "virtual " : "";
        var generic = m.IsGenericMethod ? $"<{string.Join(',', m.GetGenericArguments().Select(Name))}>" : "";
        return $"{Access(m)} {modifier}{Name(m.ReturnType)} {m.Name}{generic}({Parameters(m.GetParameters())})";
    }

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(Parameter));

    private static string Parameter(ParameterInfo p)
    {
        var prefix = p.IsOut ? "out " : p.ParameterType.IsByRef ? "ref "
            : p.IsDefined(typeof(ParamArrayAttribute)) || p.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "";
        return $"{prefix}{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? $" = {Default(p)}" : "")}";
    }

    private static string Default(ParameterInfo p)
    {
        var type = Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType;
        return p.RawDefaultValue switch
        {
            null => type.IsValueType && Nullable.GetUnderlyingType(p.ParameterType) is null ? "default" : "null",
            string s => $"\"{s}\"",
            bool b => b ? "true" : "false",
            { } value when type.IsEnum => Enum.ToObject(type, value).ToString()!,
            { } value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    private static bool IsPublic(PropertyInfo p) =>
        !Overrides(p.GetMethod) && !Overrides(p.SetMethod) && (p.GetMethod is { IsPublic: true } || p.SetMethod is { IsPublic: true });

    private static bool Listed(MethodInfo m) =>
        Visible(m) && !Overrides(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal));

    private static bool Overrides(MethodInfo? m) => m is not null && m.GetBaseDefinition() != m;

    private static bool Visible(MethodBase m) => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly;

    private static string Access(MethodBase m) => m.IsPublic ? "public" : "protected";
}

using System.Reflection;

namespace SynthRender.Tests.Gpu;

/// <summary>Writes the public surface of an assembly as veldrid-api.txt does: a line per type, indented lines per member.</summary>
/// <remarks>
/// Left out, as in the list: what every .NET type has or can be given without changing what callers write (Equals,
/// GetHashCode and ToString, also IEquatable's; the default constructor of a struct; an enum's value__), accessors
/// (they are told with their property), and what is not public.
/// </remarks>
internal static class ApiSurface
{
    private const BindingFlags Public =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
    };

    internal static IReadOnlyDictionary<string, List<string>> Of(Assembly assembly) =>
        assembly.GetExportedTypes().ToDictionary(Header, Members);

    internal static IReadOnlyDictionary<string, List<string>> Parse(IEnumerable<string> lines)
    {
        var types = new Dictionary<string, List<string>>();
        List<string> members = [];
        foreach (string line in lines.Where(line => line.Length != 0))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
                members.Add(line.Trim());
            else
                types.Add(line, members = []);
        }

        return types;
    }

    private static string Header(Type type)
    {
        if (type.IsInterface)
            return $"interface {type.Name}";
        if (type.IsEnum)
            return $"enum {type.Name} : {Name(Enum.GetUnderlyingType(type))}";
        if (type.IsValueType)
            return $"struct {type.Name}";
        bool isStatic = type.IsAbstract && type.IsSealed;
        string header = $"{(type.IsAbstract && !isStatic ? "abstract " : string.Empty)}class {type.Name}";
        return type.BaseType == typeof(object) ? header : $"{header} : {Name(type.BaseType!)}";
    }

    private static List<string> Members(Type type)
    {
        if (type.IsEnum)
            return [.. Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}")];
        IEnumerable<string> fields = type.GetFields(Public)
            .Select(field => $"field {(field.IsStatic ? "static " : string.Empty)}{Name(field.FieldType)} {field.Name}");
        IEnumerable<string> constructors = type.GetConstructors(Public)
            .Select(constructor => $"ctor({Parameters(constructor)})");
        IEnumerable<string> properties = type.GetProperties(Public)
            .Select(property => $"property {Name(property.PropertyType)} {property.Name} {Accessors(property)}");
        IEnumerable<string> methods = type.GetMethods(Public)
            .Where(method => !method.IsSpecialName && method.Name is not ("Equals" or "GetHashCode" or "ToString"))
            .Select(Method);
        IEnumerable<string> operators = type.GetMethods(Public)
            .Where(method => method.IsSpecialName && method.Name.StartsWith("op_", StringComparison.Ordinal))
            .Select(Method);
        return [.. fields, .. constructors, .. properties, .. methods, .. operators];
    }

    private static string Method(MethodInfo method)
    {
        string generics = method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>"
            : string.Empty;
        string prefix = method.IsStatic ? "static " : string.Empty;
        return $"{prefix}{Name(method.ReturnType)} {method.Name}{generics}({Parameters(method)})";
    }

    private static string Accessors(PropertyInfo property)
    {
        string get = property.GetMethod?.IsPublic == true ? "get; " : string.Empty;
        string set = property.SetMethod?.IsPublic == true ? "set; " : string.Empty;
        return $"{{ {get}{set}}}";
    }

    private static string Parameters(MethodBase method) => string.Join(
        ", ", method.GetParameters().Select(parameter => $"{Direction(parameter)}{Name(parameter.ParameterType)} {parameter.Name}"));

    private static string Direction(ParameterInfo parameter) =>
        !parameter.ParameterType.IsByRef ? string.Empty
        : parameter.IsOut ? "out "
        : parameter.IsIn ? "in "
        : "ref ";

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!);
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[]";
        if (Keywords.TryGetValue(type, out string? keyword))
            return keyword;
        if (!type.IsGenericType)
            return type.Name;
        string bare = type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)];
        return $"{bare}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}

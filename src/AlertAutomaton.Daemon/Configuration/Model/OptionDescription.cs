using System.ComponentModel.DataAnnotations;
using System.Reflection;
using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Configuration.Model;

/// <summary>One option as binder, schema, sample and effective values see it; taken from the property that holds it.</summary>
internal sealed class OptionDescription
{
    public OptionDescription(PropertyInfo property)
    {
        Property = property;
        Name = property.Name;
        Range = property.GetCustomAttribute<RangeAttribute>();
        Allowed = property.GetCustomAttribute<AllowedAttribute>()?.Values ?? [];
        IsSecret = property.GetCustomAttribute<SecretAttribute>() is not null;
        (Kind, SectionType) = KindOf(property.PropertyType);
    }

    public PropertyInfo Property { get; }

    public string Name { get; }

    public OptionKind Kind { get; }

    /// <summary>The record of a section, or of each item of a list of sections.</summary>
    public Type? SectionType { get; }

    public RangeAttribute? Range { get; }

    public IReadOnlyList<string> Allowed { get; }

    public bool IsSecret { get; }

    private static (OptionKind Kind, Type? Section) KindOf(Type type)
    {
        if (type == typeof(string))
        {
            return (OptionKind.Text, null);
        }

        if (type == typeof(int))
        {
            return (OptionKind.Integer, null);
        }

        if (type == typeof(double))
        {
            return (OptionKind.Number, null);
        }

        if (type == typeof(bool))
        {
            return (OptionKind.Boolean, null);
        }

        if (type == typeof(IReadOnlyList<string>))
        {
            return (OptionKind.TextList, null);
        }

        if (type == typeof(IReadOnlyList<double>))
        {
            return (OptionKind.NumberList, null);
        }

        if (type == typeof(IReadOnlyDictionary<string, string>))
        {
            return (OptionKind.TextByName, null);
        }

        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? (OptionKind.SectionList, type.GetGenericArguments()[0])
            : (OptionKind.Section, type);
    }
}

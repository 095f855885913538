using System.Collections.Concurrent;
using System.Reflection;

namespace AlertAutomaton.Daemon.Configuration.Model;

/// <summary>The options of each record, in the order in which they are declared.</summary>
internal static class OptionsModel
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<OptionDescription>> Known = new();

    public static IReadOnlyList<OptionDescription> Of(Type record) => Known.GetOrAdd(record, static type =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .OrderBy(property => property.MetadataToken)
            .Select(property => new OptionDescription(property)),
    ]);
}

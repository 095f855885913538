using System.Collections.Frozen;
using AlertAutomaton.Storage.Sqlite.Connections;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>The statements of the embedded <c>Desk/Queries/*.sql</c> files, one file per store.</summary>
internal static class DeskQueries
{
    private static readonly FrozenDictionary<string, string> s_queries = NamedQueries.Load("Sqlite/Desk/Queries/");

    public static IReadOnlyCollection<string> Names => s_queries.Keys;

    public static string Get(string name) => s_queries.TryGetValue(name, out string? sql)
        ? sql
        : throw new ArgumentException($"No query is named '{name}' in Desk/Queries/*.sql.", nameof(name));
}

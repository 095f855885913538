using System.Collections.Frozen;

namespace AlertAutomaton.Storage.Sqlite.Connections;

/// <summary>The statements of the embedded <c>Queries/*.sql</c> files. A statement begins with a line <c>-- name: X</c> and
/// ends where the next one begins.</summary>
internal static class NamedQueries
{
    private const string Marker = "-- name:";
    private static readonly FrozenDictionary<string, string> s_queries = Load("Sqlite/Queries/");

    public static IReadOnlyCollection<string> Names => s_queries.Keys;

    public static string Get(string name) => s_queries.TryGetValue(name, out string? sql)
        ? sql
        : throw new ArgumentException($"No query is named '{name}' in Queries/*.sql.", nameof(name));

    public static IEnumerable<KeyValuePair<string, string>> Parse(string file)
    {
        string? name = null;
        var body = new List<string>();
        foreach (string line in file.Split('\n'))
        {
            if (line.StartsWith(Marker, StringComparison.Ordinal))
            {
                if (name is not null)
                {
                    yield return KeyValuePair.Create(name, string.Join('\n', body).Trim());
                }

                name = line[Marker.Length..].Trim();
                body.Clear();
            }
            else
            {
                body.Add(line.TrimEnd('\r'));
            }
        }

        if (name is not null)
        {
            yield return KeyValuePair.Create(name, string.Join('\n', body).Trim());
        }
    }

    /// <summary>The statements of all files of an embedded folder.</summary>
    public static FrozenDictionary<string, string> Load(string folder)
    {
        var queries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (EmbeddedSql file in EmbeddedSql.InFolder(folder))
        {
            foreach ((string name, string sql) in Parse(file.Text))
            {
                queries.Add(name, sql);
            }
        }

        return queries.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

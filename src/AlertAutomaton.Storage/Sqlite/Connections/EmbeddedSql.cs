using System.Reflection;
using System.Text;

namespace AlertAutomaton.Storage.Sqlite.Connections;

/// <summary>A SQL file that travels inside the assembly.</summary>
internal sealed record EmbeddedSql(string Name, string Text)
{
    /// <summary>The files of one folder, in the order of their names.</summary>
    public static IReadOnlyList<EmbeddedSql> InFolder(string folder)
    {
        Assembly assembly = typeof(EmbeddedSql).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new EmbeddedSql(name[folder.Length..], Read(assembly, name)))];
    }

    private static string Read(Assembly assembly, string name)
    {
        using Stream stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

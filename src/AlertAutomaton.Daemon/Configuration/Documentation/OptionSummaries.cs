using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AlertAutomaton.Daemon.Configuration.Documentation;

/// <summary>The summaries of the options records, so that the sample file and the schema say what the code says.</summary>
internal sealed partial class OptionSummaries
{
    private readonly Dictionary<string, string> _summaries;

    private OptionSummaries(Dictionary<string, string> summaries) => _summaries = summaries;

    /// <summary>Reads the documentation file that the compiler writes beside the assembly.</summary>
    public static OptionSummaries Load()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "alertautomaton.xml");
        var members = XDocument.Load(file).Descendants("member");
        return new OptionSummaries(members.ToDictionary(
            member => (string)member.Attribute("name")!,
            member => Spaces().Replace(member.Element("summary")?.Value ?? "", " ").Trim(),
            StringComparer.Ordinal));
    }

    /// <summary>The summary of a property.</summary>
    /// <exception cref="KeyNotFoundException">The option has no summary, so nobody could know what it does.</exception>
    public string Of(System.Reflection.PropertyInfo property)
    {
        var key = $"P:{property.DeclaringType!.FullName}.{property.Name}";
        return _summaries.TryGetValue(key, out var summary) && summary.Length > 0
            ? summary
            : throw new KeyNotFoundException($"The option {key} has no summary.");
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}

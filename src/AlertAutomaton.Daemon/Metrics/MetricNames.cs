using System.Diagnostics.Metrics;
using System.Text;

namespace AlertAutomaton.Daemon.Metrics;

/// <summary>Names of instruments as Prometheus wants them: <c>alertautomaton.trunk.in_use</c> becomes <c>alertautomaton_trunk_in_use</c>.</summary>
internal static class MetricNames
{
    public static string Of(Instrument instrument)
    {
        var name = Clean(instrument.Name);
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        if (unit.Length > 0 && !name.EndsWith(unit, StringComparison.Ordinal))
        {
            name += unit;
        }

        return MetricSeries.IsCounter(instrument) && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    /// <summary>A word of a closed list as label values are written here: <c>NoAnswer</c> becomes <c>no_answer</c>.</summary>
    public static string Word(string member)
    {
        var word = new StringBuilder(member.Length + 4);
        foreach (var character in member)
        {
            word.Append(char.IsAsciiLetterUpper(character) && word.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(character));
        }

        return word.ToString();
    }

    public static string Clean(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            clean.Append(char.IsAsciiLetterOrDigit(character) ? character : '_');
        }

        return clean.Length > 0 && char.IsAsciiDigit(clean[0]) ? "_" + clean : clean.ToString();
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AlertAutomaton.Daemon.Tests.Metrics;

/// <summary>
/// Reads the Prometheus text format 0.0.4 strictly, by its own description and without looking at how it is written here: whatever a
/// scraper could take amiss fails the test.
/// </summary>
internal sealed partial class Exposition
{
    private static readonly string[] Types = ["counter", "gauge", "histogram", "summary", "untyped"];

    private Exposition()
    {
    }

    /// <summary>The type of each family.</summary>
    public Dictionary<string, string> Families { get; } = new(StringComparer.Ordinal);

    /// <summary>Every sample under its name and its labels in order of their names.</summary>
    public Dictionary<string, double> Samples { get; } = new(StringComparer.Ordinal);

    public static Exposition Read(string text)
    {
        var read = new Exposition();
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        string? helped = null;
        string? family = null;
        foreach (var line in text[..^1].Split('\n'))
        {
            if (line.StartsWith("# HELP ", StringComparison.Ordinal))
            {
                Assert.Null(helped);
                helped = line.Split(' ')[2];
                Assert.Matches(NameForm(), helped);
                Assert.Matches(HelpForm(), line[("# HELP ".Length + helped.Length + 1)..]);
            }
            else if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                var parts = line.Split(' ');
                Assert.Equal(4, parts.Length);
                Assert.Equal(helped, parts[2]);
                Assert.Contains(parts[3], Types);
                Assert.True(read.Families.TryAdd(parts[2], parts[3]), $"family {parts[2]} stands in two places");
                (family, helped) = (parts[2], null);
            }
            else
            {
                Assert.Null(helped);
                read.Sample(line, family ?? throw new InvalidDataException($"'{line}' stands before any TYPE"));
            }
        }

        foreach (var (name, type) in read.Families)
        {
            read.CheckFamily(name, type);
        }

        return read;
    }

    /// <summary>The sum of all samples of a name whose labels contain all of these.</summary>
    public double Sum(string name, params IReadOnlyList<string> labels)
    {
        var found = Samples.Where(sample => NameOf(sample.Key) == name && labels.All(label => sample.Key.Contains(label, StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(found);
        return found.Sum(sample => sample.Value);
    }

    private static string NameOf(string key) => key[..(key.IndexOf('{', StringComparison.Ordinal) is var end and >= 0 ? end : key.Length)];

    private void Sample(string line, string family)
    {
        var match = SampleForm().Match(line);
        Assert.True(match.Success, $"'{line}' is no sample");
        var name = match.Groups["name"].Value;
        var own = Families[family] is "histogram" ? new[] { family + "_bucket", family + "_sum", family + "_count" } : [family];
        Assert.Contains(name, own);
        var labels = match.Groups["label"].Captures.Select(capture => capture.Value).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(labels.Count, labels.Select(label => label.Split('=')[0]).Distinct(StringComparer.Ordinal).Count());
        var key = new StringBuilder(name).Append('{').AppendJoin(',', labels).Append('}').ToString();
        Assert.True(Samples.TryAdd(key, Value(match.Groups["value"].Value)), $"{key} is there twice");
    }

    private void CheckFamily(string name, string type)
    {
        var samples = Samples.Where(sample => NameOf(sample.Key).StartsWith(name, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(samples);
        switch (type)
        {
            case "counter":
                Assert.EndsWith("_total", name, StringComparison.Ordinal);
                Assert.All(samples, sample => Assert.True(sample.Value >= 0, sample.Key));
                break;
            case "histogram":
                CheckHistogram(name);
                break;
            default:
                Assert.False(name.EndsWith("_total", StringComparison.Ordinal), name);
                break;
        }
    }

    private void CheckHistogram(string name)
    {
        foreach (var series in Samples.Where(sample => NameOf(sample.Key) == name + "_bucket").GroupBy(sample => BoundForm().Replace(sample.Key, "")))
        {
            var buckets = series.Select(sample => (Bound: Value(BoundForm().Match(sample.Key).Groups["bound"].Value), sample.Value)).OrderBy(bucket => bucket.Bound).ToList();
            Assert.True(buckets.Zip(buckets.Skip(1)).All(pair => pair.First.Value <= pair.Second.Value), $"the buckets of {name} are not added up");
            Assert.Equal(double.PositiveInfinity, buckets[^1].Bound);
            var rest = series.Key[(name + "_bucket").Length..].Replace(",}", "}", StringComparison.Ordinal);
            Assert.Equal(Samples[name + "_count" + rest], buckets[^1].Value);
            Assert.True(Samples[name + "_sum" + rest] >= 0);
        }
    }

    private static double Value(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex("^[a-zA-Z_:][a-zA-Z0-9_:]*$")]
    private static partial Regex NameForm();

    [GeneratedRegex(@"^([^\\]|\\\\|\\n)+$")]
    private static partial Regex HelpForm();

    [GeneratedRegex(
        """^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<label>[a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\\\|\\"|\\n)*")(,(?<label>[a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\\\|\\"|\\n)*"))*\})? (?<value>NaN|[+-]Inf|[+-]?[0-9.]+([eE][+-]?[0-9]+)?)$""")]
    private static partial Regex SampleForm();

    [GeneratedRegex("le=\"(?<bound>[^\"]+)\",?")]
    private static partial Regex BoundForm();
}

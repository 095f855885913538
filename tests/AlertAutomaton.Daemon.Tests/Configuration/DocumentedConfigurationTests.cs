using System.Text.Json;
using AlertAutomaton.Daemon.Configuration;
using AlertAutomaton.Daemon.Configuration.Documentation;
using AlertAutomaton.Daemon.Configuration.Model;
using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Tests.Configuration;

public sealed class DocumentedConfigurationTests
{
    [Fact]
    public void The_committed_sample_is_what_the_options_say() =>
        Assert.Equal(SampleWriter.Write(OptionSummaries.Load()), File.ReadAllText(Committed("alertautomaton.json")));

    [Fact]
    public void The_committed_schema_is_what_the_options_say() =>
        Assert.Equal(SchemaWriter.Write(OptionSummaries.Load()), File.ReadAllText(Committed("alertautomaton.schema.json")));

    [Fact]
    public void The_sample_only_lacks_what_nobody_can_know_beforehand()
    {
        var reading = ConfigurationReader.ReadFile(Committed("alertautomaton.json"), []);

        Assert.Equal(["organisation-unnamed", "trunk-none"], reading.Problems.Select(problem => problem.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_sample_shows_every_option_of_every_section()
    {
        var sample = SampleWriter.Write(OptionSummaries.Load());
        foreach (var option in Everything(typeof(DaemonOptions)))
        {
            Assert.Contains($"\"{option.Name}\":", sample, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_schema_is_json_and_closes_every_section()
    {
        using var schema = JsonDocument.Parse(SchemaWriter.Write(OptionSummaries.Load()));

        var trunk = schema.RootElement.GetProperty("properties").GetProperty("Sip").GetProperty("properties").GetProperty("Trunks").GetProperty("items");
        Assert.False(trunk.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(1, trunk.GetProperty("properties").GetProperty("Channels").GetProperty("minimum").GetInt32());
    }

    private static IEnumerable<OptionDescription> Everything(Type record) =>
        OptionsModel.Of(record).SelectMany(option =>
            option.SectionType is null ? [option] : Everything(option.SectionType).Prepend(option));

    private static string Committed(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "AlertAutomaton.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "config", file);
    }
}

using System.Globalization;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Contracts.Phones;
using AlertAutomaton.Daemon.Desk.Launching;
using AlertAutomaton.Daemon.Desk.Phones;
using AlertAutomaton.Daemon.Texts;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Daemon.Tests.Launching;

public sealed class ScenarioImportReaderTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void A_sound_file_gives_lists_and_scenarios()
    {
        var reading = Read(new ScenarioImportRequest { Groups = [Group(3, "Right bank")], Scenarios = [Flood(12) with { Groups = ["Right bank"], Recipients = [Household] }] });

        Assert.Empty(reading.Problems);
        Assert.Equal([("Right bank", 3), ("#12", null)], reading.Lists.Select(list => (list.Name, list.Number)));
        var scenario = Assert.Single(reading.Scenarios);
        Assert.Equal(["Right bank", "#12"], scenario.Audience.Groups);
        Assert.Equal([AlertKind.Exercise], scenario.Kinds);
        Assert.Equal("Inondation", scenario.Names[0].Spoken);
    }

    [Fact]
    public void A_scenario_of_the_same_number_keeps_its_identifier()
    {
        var first = Assert.Single(Read(new ScenarioImportRequest { Scenarios = [Flood(12) with { Recipients = [Household] }] }).Scenarios);
        var second = Assert.Single(Read(new ScenarioImportRequest { Scenarios = [Flood(12) with { Recipients = [Household] }] }, first).Scenarios);

        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_its_place()
    {
        var reading = Read(new ScenarioImportRequest
        {
            Groups = [Group(0, "#12"), Group(3, "Right bank"), Group(3, "Right bank"), null!],
            Scenarios =
            [
                Flood(12) with { Kinds = ["war", null!], Groups = [null!], OverrideMinutes = 5 },
                Flood(12) with { Names = [new ScenarioNameText { Language = "de", Written = "Flut" }], Policy = "none", LifetimeMinutes = 0, Recipients = [Household with { Phones = ["12"] }] },
                Flood(13),
                null!,
            ],
        });

        Assert.Equal(
            [
                "/groups/0/name", "/groups/0/number", "/groups/2/name", "/groups/2/number", "/groups/3", "/scenarios/0/groups", "/scenarios/0/kinds", "/scenarios/0/kinds", "/scenarios/0/kinds",
                "/scenarios/0/override", "/scenarios/1/lifetime", "/scenarios/1/names", "/scenarios/1/number", "/scenarios/1/policy", "/scenarios/1/recipients/0/phones/0", "/scenarios/2/audience",
                "/scenarios/3",
            ],
            reading.Problems.Select(problem => problem.Pointer).Order(StringComparer.Ordinal));
    }

    private static AlertRecipient Household => new() { Name = "Household", Phones = ["+33639980150"] };

    private static ContactGroupInput Group(int number, string name) => new() { Number = number, Name = name, Recipients = [Household] };

    private static ScenarioInput Flood(int number) => new()
    {
        Number = number,
        Names = [new ScenarioNameText { Language = "fr", Written = "Inondation" }],
        Messages = [new AlertMessage { Language = "fr", Text = "Montez." }],
        Kinds = ["exercise"],
    };

    private ScenarioImportReading Read(ScenarioImportRequest order, params IReadOnlyList<Scenario> present)
    {
        var settings = new LaunchSettings
        {
            Organisation = OrganisationId.New(_time), Country = "FR", TimeZone = "Europe/Paris", Languages = ["fr", "en"], Policies = BuiltInPolicies.All, PromptsDirectory = "", RecordingsDirectory = "",
        };
        return new ScenarioImportReader(settings, new OperatorTexts(CultureInfo.GetCultureInfo("en")), _time).Read(order, present);
    }
}

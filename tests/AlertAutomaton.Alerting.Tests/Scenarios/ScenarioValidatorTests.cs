using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Alerting.Tests.Operators;

namespace AlertAutomaton.Alerting.Tests.Scenarios;

public sealed class ScenarioValidatorTests
{
    private static readonly Scenario Flood = new()
    {
        Id = ScenarioId.New(TimeProvider.System), Organisation = SampleOperators.Town, Number = 12, Names = [new ScenarioName("fr", "Crue, rive droite", "Crue, rive droite")], Policy = "alert",
        Message = new AlertMessage { Id = MessageId.New(TimeProvider.System), Texts = [new MessageText { Language = "fr", Text = "Crue." }] },
        Audience = new ScenarioAudience { Groups = ["Rive droite"] },
    };

    [Fact]
    public void A_sound_scenario_has_no_faults_and_is_named_in_the_language_asked_for()
    {
        Assert.Empty(ScenarioValidator.Validate(Flood with { TwoPeople = true, OverrideAfter = TimeSpan.FromMinutes(5) }, BuiltInPolicies.Alert));
        Assert.Equal("Crue, rive droite", Flood.NameIn("en").Spoken);
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var wrong = Flood with { Number = 0, Names = [], Audience = new ScenarioAudience(), Kinds = [], Lifetime = TimeSpan.Zero, OverrideAfter = TimeSpan.FromMinutes(5) };
        Assert.Equal(
            [ScenarioFault.Number, ScenarioFault.Names, ScenarioFault.Audience, ScenarioFault.Policy, ScenarioFault.Kinds, ScenarioFault.Lifetime, ScenarioFault.Override],
            ScenarioValidator.Validate(wrong, null));
    }

    [Fact]
    public void Information_never_goes_without_its_second_person()
    {
        var news = Flood with { TwoPeople = true, OverrideAfter = TimeSpan.FromMinutes(5) };
        Assert.Equal([ScenarioFault.Override], ScenarioValidator.Validate(news, BuiltInPolicies.Information));
    }
}

using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Alerting.Residents;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Contracts.Phones;

namespace AlertAutomaton.Daemon.Desk.Phones;

/// <summary>Operators, scenarios and wishes as they cross HTTP.</summary>
internal static class PhoneResources
{
    public static OperatorResource Of(Operator who, DateTimeOffset? lockedUntil) => new()
    {
        Id = who.Id.Value,
        Number = who.Number,
        Name = who.Name,
        Role = AlertResources.Word(who.Role),
        Languages = who.Languages,
        Phone = who.RegisteredPhone?.ToString(),
        MayLaunch = who.MayLaunch,
        MayApprove = who.MayApprove,
        Active = who.Active,
        HasPin = who.Pin is not null,
        HasDuressPin = who.Pin is { HasDuress: true },
        LockedUntil = lockedUntil,
    };

    public static ScenarioResource Of(Scenario scenario, int households) => new()
    {
        Id = scenario.Id.Value,
        Number = scenario.Number,
        Names = [.. scenario.Names.Select(name => new ScenarioNameText { Language = name.Language, Written = name.Written, Spoken = name.Spoken })],
        Policy = scenario.Policy,
        Kinds = [.. scenario.Kinds.Select(AlertResources.Word)],
        LifetimeMinutes = (int)scenario.Lifetime.TotalMinutes,
        TwoPeople = scenario.TwoPeople,
        OverrideMinutes = (int?)scenario.OverrideAfter?.TotalMinutes,
        Groups = [.. scenario.Audience.Groups.Where(name => !ScenarioImportReader.IsOwnList(name))],
        Households = households,
    };

    public static CallbackResource Of(CallbackRequest request) => new()
    {
        Id = request.Id.Value,
        Phone = request.Number.ToString(),
        Language = request.Language,
        ConsentAt = request.ConsentAt,
        ConsentTo = request.ConsentTo,
    };

    public static ClosedCallbackResource Of(ClosedCallbackRequest closed) => new()
    {
        Request = Of(closed.Request),
        Outcome = AlertResources.Word(closed.Closing.Outcome),
        By = closed.Closing.By,
        At = closed.Closing.At,
        Note = closed.Closing.Note,
    };
}

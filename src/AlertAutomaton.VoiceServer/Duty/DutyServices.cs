using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.VoiceServer.Speaking;

namespace AlertAutomaton.VoiceServer.Duty;

/// <summary>What the duty chain of one organisation works with, besides what the operators' dialogues have.</summary>
public sealed record DutyServices
{
    /// <summary>Whose.</summary>
    public required OrganisationId Organisation { get; init; }

    /// <summary>How it phones.</summary>
    public DutyOptions Options { get; init; } = new();

    /// <summary>The roster as it is now; asked at every step, quick, and never throws.</summary>
    public required Func<DutyRoster> Roster { get; init; }

    /// <summary>The matters on disk.</summary>
    public required IDutyStore Store { get; init; }

    /// <summary>Who is told by another path when nobody is found.</summary>
    public required AlarmDesk Alarms { get; init; }

    /// <summary>The sound of the organisation's name; null: a call says "the operators' line".</summary>
    public MessageSound? Sound { get; init; }
}

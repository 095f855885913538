using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.Daemon.Desk.Launching;

/// <summary>What an order is read with.</summary>
internal sealed record LaunchSettings
{
    public required OrganisationId Organisation { get; init; }

    /// <summary>Country whose national form of numbers is read.</summary>
    public required string Country { get; init; }

    public required string TimeZone { get; init; }

    /// <summary>Languages in which messages can be given.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Policies that may be named.</summary>
    public required IReadOnlyList<DeliveryPolicy> Policies { get; init; }

    /// <summary>True when residents can phone a line of this service and type the code of their household there.</summary>
    public bool AnswersResidents { get; init; }

    public required string PromptsDirectory { get; init; }

    /// <summary>Where recordings of orders are kept, so that a restart still has them.</summary>
    public required string RecordingsDirectory { get; init; }
}

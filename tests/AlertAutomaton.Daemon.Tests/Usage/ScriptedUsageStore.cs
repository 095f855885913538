using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Alerting.Usage;

namespace AlertAutomaton.Daemon.Tests.Usage;

/// <summary>Answers as a test says, and keeps what it was asked.</summary>
internal sealed class ScriptedUsageStore(Func<DateTimeOffset, DateTimeOffset, Task<IReadOnlyList<UsageGroup>>> answer) : IUsageStore
{
    public List<(DateTimeOffset From, DateTimeOffset To, int PrefixLength)> Asked { get; } = [];

    public Task<IReadOnlyList<UsageGroup>> GetUsageAsync(OrganisationId organisation, DateTimeOffset fromUtc, DateTimeOffset toUtc, int prefixLength, CancellationToken ct)
    {
        Asked.Add((fromUtc, toUtc, prefixLength));
        return answer(fromUtc, toUtc);
    }
}

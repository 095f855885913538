using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Telephony;

namespace AlertAutomaton.Daemon.Hosting;

/// <summary>Sends BYE for the calls that a dead process of ours left standing.</summary>
internal sealed class StandingCallCleaner(TelephonyService telephony) : IStandingCallCleaner
{
    public Task HangUpAsync(string dialogIdentity, CancellationToken ct) => telephony.HangUpStandingAsync([dialogIdentity], ct);
}

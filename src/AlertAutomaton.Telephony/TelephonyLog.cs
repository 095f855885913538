using AlertAutomaton.Telephony.Trunks;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Telephony;

/// <summary>Log messages of telephony, 3000-3999. Phone numbers never appear; calls are named by their Call-ID.</summary>
internal static partial class TelephonyLog
{
    [LoggerMessage(3001, LogLevel.Warning, "Trunk {Trunk} went from {Before} to {After}: {Detail}")]
    public static partial void TrunkHealthChanged(ILogger logger, string trunk, TrunkHealth before, TrunkHealth after, string detail);
}

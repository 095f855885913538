using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Telephony.Trunks;

namespace AlertAutomaton.Channels.Voice;

/// <summary>A trunk's channel held for one attempt.</summary>
internal sealed class TrunkReservation(TrunkLine line) : ILineReservation
{
    public TrunkLine TrunkLine => line;

    public string Line => line.Trunk;

    public string? CallerId => line.CallerId;

    public bool IsHeld => line.IsHeld;

    public void Dispose() => line.Dispose();
}

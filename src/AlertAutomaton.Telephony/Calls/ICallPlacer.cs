using AlertAutomaton.Telephony.Trunks;

namespace AlertAutomaton.Telephony.Calls;

/// <summary>Sends the INVITE of a reserved line and waits for its end or its answer.</summary>
internal interface ICallPlacer
{
    /// <summary>Places the call and returns the answered call or the verdict. Must give the line back when the call is over.</summary>
    Task<CallPlacement> PlaceAsync(TrunkLine line, string number, PlaceOptions options, CancellationToken ct);
}

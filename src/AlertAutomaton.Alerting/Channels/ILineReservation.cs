namespace AlertAutomaton.Alerting.Channels;

/// <summary>One line (a trunk's channel, a gateway's window slot) held for one attempt. Disposing frees it; doing so twice is harmless.</summary>
public interface ILineReservation : IDisposable
{
    /// <summary>The trunk or gateway, as configured.</summary>
    string Line { get; }

    /// <summary>The number or sender shown; kept for all attempts to one recipient. Null where there is none.</summary>
    string? CallerId { get; }

    /// <summary>
    /// False from the moment the line is given back, which may be before the attempt is over: whoever gets the line next must find it so.
    /// </summary>
    bool IsHeld { get; }
}

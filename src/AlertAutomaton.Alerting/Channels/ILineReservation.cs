namespace AlertAutomaton.Alerting.Channels;

/// <summary>One line (a trunk's channel, a gateway's window slot) held for one attempt. Disposing frees it; doing so twice is harmless.</summary>
public interface ILineReservation : IDisposable
{
    /// <summary>The trunk or gateway, as configured.</summary>
    string Line { get; }

    /// <summary>The number or sender shown; kept for all attempts to one recipient. Null where there is none.</summary>
    string? CallerId { get; }
}

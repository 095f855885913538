namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>How a gateway answered to a text.</summary>
public enum GatewayVerdict : byte
{
    /// <summary>All its segments were taken.</summary>
    Accepted,

    /// <summary>Nothing was written to the SMSC: no connection, no room, or stopped before.</summary>
    NotSent,

    /// <summary>Not now: throttled, queue full, a system error.</summary>
    Later,

    /// <summary>There is no such number.</summary>
    InvalidNumber,

    /// <summary>Refused for good, for a reason that is not the number's.</summary>
    Rejected,

    /// <summary>Written, in whole or in part, and the answers do not say that all of it was taken or all refused.</summary>
    Unknown,
}

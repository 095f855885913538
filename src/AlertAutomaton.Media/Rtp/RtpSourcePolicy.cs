namespace AlertAutomaton.Media.Rtp;

/// <summary>Whose packets a session believes, relative to the address that the far end signalled in its SDP.</summary>
public enum RtpSourcePolicy
{
    /// <summary>
    /// The signalled address at once; another port of the signalled host only after a run of consecutive packets from it while the
    /// signalled port stays silent. The signalled address wins whenever it speaks.
    /// </summary>
    SignalledHost,

    /// <summary>Only the signalled address and port, exactly.</summary>
    SignalledOnly,

    /// <summary>Any host that sends a run of consecutive packets first: for phones behind a NAT that are reached without a session border controller.</summary>
    AnyHost,
}

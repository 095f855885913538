namespace AlertAutomaton.Media.Sdp;

/// <summary>Which way sound flows, seen from whoever states it (RFC 8866 §6.7).</summary>
[Flags]
public enum AudioDirection
{
    /// <summary><c>inactive</c>.</summary>
    Inactive = 0,

    /// <summary><c>sendonly</c>.</summary>
    SendOnly = 1,

    /// <summary><c>recvonly</c>.</summary>
    ReceiveOnly = 2,

    /// <summary><c>sendrecv</c>, also where nothing is stated.</summary>
    SendReceive = SendOnly | ReceiveOnly,
}

namespace AlertAutomaton.Sip.Messages;

/// <summary>Sizes beyond which a message is refused before anything is allocated for it.</summary>
public static class SipMessageLimits
{
    /// <summary>Bytes of the start line.</summary>
    public const int StartLineBytes = 8 * 1024;

    /// <summary>Bytes of start line and headers together.</summary>
    public const int HeaderBytes = 64 * 1024;

    /// <summary>Number of header fields.</summary>
    public const int HeaderCount = 256;

    /// <summary>Bytes of the body.</summary>
    public const int BodyBytes = 1024 * 1024;
}

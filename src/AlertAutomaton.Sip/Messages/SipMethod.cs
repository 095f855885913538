namespace AlertAutomaton.Sip.Messages;

/// <summary>A SIP method (RFC 3261 §7.1). Methods are case-sensitive tokens; unknown ones are kept as received.</summary>
/// <param name="Name">The token as it stands on the wire.</param>
public readonly record struct SipMethod(string Name)
{
    /// <summary>INVITE, RFC 3261.</summary>
    public static SipMethod Invite { get; } = new("INVITE");

    /// <summary>ACK, RFC 3261.</summary>
    public static SipMethod Ack { get; } = new("ACK");

    /// <summary>BYE, RFC 3261.</summary>
    public static SipMethod Bye { get; } = new("BYE");

    /// <summary>CANCEL, RFC 3261.</summary>
    public static SipMethod Cancel { get; } = new("CANCEL");

    /// <summary>OPTIONS, RFC 3261.</summary>
    public static SipMethod Options { get; } = new("OPTIONS");

    /// <summary>REGISTER, RFC 3261.</summary>
    public static SipMethod Register { get; } = new("REGISTER");

    /// <summary>PRACK, RFC 3262.</summary>
    public static SipMethod Prack { get; } = new("PRACK");

    /// <summary>UPDATE, RFC 3311.</summary>
    public static SipMethod Update { get; } = new("UPDATE");

    /// <summary>INFO, RFC 6086.</summary>
    public static SipMethod Info { get; } = new("INFO");

    /// <summary>NOTIFY, RFC 6665.</summary>
    public static SipMethod Notify { get; } = new("NOTIFY");

    /// <summary>SUBSCRIBE, RFC 6665.</summary>
    public static SipMethod Subscribe { get; } = new("SUBSCRIBE");

    /// <summary>MESSAGE, RFC 3428.</summary>
    public static SipMethod Message { get; } = new("MESSAGE");

    /// <summary>REFER, RFC 3515.</summary>
    public static SipMethod Refer { get; } = new("REFER");

    /// <summary>PUBLISH, RFC 3903.</summary>
    public static SipMethod Publish { get; } = new("PUBLISH");

    private static readonly SipMethod[] Known =
    [
        Invite, Ack, Bye, Cancel, Options, Register, Prack, Update, Info, Notify, Subscribe, Message, Refer, Publish,
    ];

    /// <summary>Whether the method is one of those above.</summary>
    internal static bool IsKnown(SipMethod method) => Array.IndexOf(Known, method) >= 0;

    /// <summary>Reads a method token; known methods cost no allocation.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out SipMethod method)
    {
        foreach (var known in Known)
        {
            if (System.Text.Ascii.Equals(text, known.Name))
            {
                method = known;
                return true;
            }
        }

        if (!SipCharacters.IsToken(text))
        {
            method = default;
            return false;
        }

        method = new SipMethod(System.Text.Encoding.ASCII.GetString(text));
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => Name;
}

using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Framing;

/// <summary>One thing cut out of a stream.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Message">The bytes of the message, valid until the framer is given more bytes; empty otherwise.</param>
/// <param name="Error">Why the stream must be closed, for a fault.</param>
public readonly record struct SipStreamItem(SipStreamItemKind Kind, ReadOnlyMemory<byte> Message, SipParseError Error)
{
    internal static SipStreamItem Of(SipStreamItemKind kind) => new(kind, default, SipParseError.None);

    internal static SipStreamItem Fault(SipParseErrorKind kind, string where) =>
        new(SipStreamItemKind.Fault, default, new SipParseError(kind, where));
}

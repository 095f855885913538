using System.Buffers.Binary;
using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Receipts;

/// <summary>network_error_code (SMPP 3.4 §5.3.2.31).</summary>
/// <param name="NetworkType">1 ANSI-136, 2 IS-95, 3 GSM; vendors use others.</param>
/// <param name="Code">The network's code.</param>
public readonly record struct NetworkErrorCode(byte NetworkType, ushort Code)
{
    private const int Length = 3;

    /// <summary>Reads the parameter; null when it is absent or has another length.</summary>
    public static NetworkErrorCode? Of(TlvList tlvs) =>
        tlvs.TryGet(TlvTag.NetworkErrorCode, out var value) && value.Length == Length
            ? new NetworkErrorCode(value.Span[0], BinaryPrimitives.ReadUInt16BigEndian(value.Span[1..]))
            : null;
}

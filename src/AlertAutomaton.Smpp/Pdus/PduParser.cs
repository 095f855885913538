using System.Diagnostics.CodeAnalysis;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>
/// Reads one whole PDU (SMPP 3.4 §4). Commands that we do not speak, query_sm and cancel_sm among them, drop the PDU with
/// <see cref="CommandStatus.InvalidCommandId"/> (§4.3). Never throws.
/// </summary>
public static class PduParser
{
    /// <summary>Reads a PDU as the framer cut it.</summary>
    /// <param name="source">All its octets, header included.</param>
    /// <param name="header">The header, as far as there was one.</param>
    /// <param name="pdu">The PDU.</param>
    /// <param name="fault">Why not.</param>
    public static bool TryParse(ReadOnlySpan<byte> source, out PduHeader header, [NotNullWhen(true)] out SmppPdu? pdu, out PduFault fault)
    {
        pdu = null;
        if (!PduHeader.TryParse(source, out header) || header.CommandLength != source.Length)
        {
            fault = PduFault.Session(CommandStatus.InvalidCommandLength, "command_length");
            return false;
        }

        pdu = ParseBody(source[PduHeader.Length..], header, out fault);
        return pdu is not null;
    }

    private static SmppPdu? ParseBody(ReadOnlySpan<byte> body, PduHeader header, out PduFault fault)
    {
        switch (header.Command)
        {
            case CommandId.BindReceiver:
                return BindReceiver.TryParse(body, header, out var bindReceiver, out fault) ? bindReceiver : null;
            case CommandId.BindTransmitter:
                return BindTransmitter.TryParse(body, header, out var bindTransmitter, out fault) ? bindTransmitter : null;
            case CommandId.BindTransceiver:
                return BindTransceiver.TryParse(body, header, out var bindTransceiver, out fault) ? bindTransceiver : null;
            case CommandId.SubmitSm:
                return SubmitSm.TryParse(body, header, out var submitSm, out fault) ? submitSm : null;
            case CommandId.DeliverSm:
                return DeliverSm.TryParse(body, header, out var deliverSm, out fault) ? deliverSm : null;
            case CommandId.Unbind:
                return Unbind.TryParse(body, header, out var unbind, out fault) ? unbind : null;
            case CommandId.Outbind:
                return Outbind.TryParse(body, header, out var outbind, out fault) ? outbind : null;
            case CommandId.EnquireLink:
                return EnquireLink.TryParse(body, header, out var enquireLink, out fault) ? enquireLink : null;
            case CommandId.AlertNotification:
                return AlertNotification.TryParse(body, header, out var alertNotification, out fault) ? alertNotification : null;
            case CommandId.DataSm:
                return DataSm.TryParse(body, header, out var dataSm, out fault) ? dataSm : null;
            case CommandId.GenericNack:
                return GenericNack.TryParse(body, header, out var genericNack, out fault) ? genericNack : null;
            case CommandId.BindReceiverResp:
                return BindReceiverResp.TryParse(body, header, out var bindReceiverResp, out fault) ? bindReceiverResp : null;
            case CommandId.BindTransmitterResp:
                return BindTransmitterResp.TryParse(body, header, out var bindTransmitterResp, out fault) ? bindTransmitterResp : null;
            case CommandId.BindTransceiverResp:
                return BindTransceiverResp.TryParse(body, header, out var bindTransceiverResp, out fault) ? bindTransceiverResp : null;
            case CommandId.SubmitSmResp:
                return SubmitSmResp.TryParse(body, header, out var submitSmResp, out fault) ? submitSmResp : null;
            case CommandId.DeliverSmResp:
                return DeliverSmResp.TryParse(body, header, out var deliverSmResp, out fault) ? deliverSmResp : null;
            case CommandId.UnbindResp:
                return UnbindResp.TryParse(body, header, out var unbindResp, out fault) ? unbindResp : null;
            case CommandId.EnquireLinkResp:
                return EnquireLinkResp.TryParse(body, header, out var enquireLinkResp, out fault) ? enquireLinkResp : null;
            case CommandId.DataSmResp:
                return DataSmResp.TryParse(body, header, out var dataSmResp, out fault) ? dataSmResp : null;
            default:
                fault = PduFault.Pdu(CommandStatus.InvalidCommandId, "command_id");
                return null;
        }
    }
}

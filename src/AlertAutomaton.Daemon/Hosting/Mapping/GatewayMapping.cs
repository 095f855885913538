using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Smpp.Client;
using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Receipts;
using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Daemon.Hosting.Mapping;

/// <summary>Configured gateways as the SMS channel and the SMPP client take them.</summary>
internal static class GatewayMapping
{
    /// <summary>The gateway as the channel sees it.</summary>
    public static GatewayOptions Channel(SmppGatewayOptions gateway, string country) => new()
    {
        Name = gateway.Name,
        Priority = gateway.Priority,
        Sender = gateway.Sender,
        TakesReplies = gateway.TakesReplies && !gateway.Sender.Any(char.IsAsciiLetter),
        Serves = gateway.Prefixes.Count == 0 ? ["+"] : gateway.Prefixes,
        Window = gateway.Window,
        SegmentsPerSecond = gateway.MessagesPerSecond,
        MostSegments = gateway.MostSegments,
        SendsReceipts = gateway.SendsReceipts,
        ReceiptIds = gateway.ReceiptIds switch
        {
            "AsIs" => ReceiptIdBase.AsIs,
            "HexadecimalThenDecimal" => ReceiptIdBase.HexInResponseDecimalInReceipt,
            "DecimalThenHexadecimal" => ReceiptIdBase.DecimalInResponseHexInReceipt,
            _ => ReceiptIdBase.Detect,
        },
        Encoding = SmsTextOptions.Default with
        {
            DefaultAlphabet = gateway.Alphabet is "Latin1" ? SmsDefaultAlphabet.Latin1 : SmsDefaultAlphabet.Gsm,
            Concatenation = gateway.Concatenation switch
            {
                "Udh16" => SmsConcatenation.UserDataHeader16,
                "Sar" => SmsConcatenation.SegmentationParameters,
                "Payload" => SmsConcatenation.MessagePayload,
                _ => SmsConcatenation.UserDataHeader8,
            },
        },
        UnknownSubscriberErrors = gateway.UnknownNumberErrors,
        Country = country,
    };

    /// <summary>How it is reached.</summary>
    public static SmppClientOptions Connection(SmppGatewayOptions gateway) => new()
    {
        Host = gateway.Host,
        Port = gateway.Port,
        Tls = gateway.Tls,
        PinnedAuthoritiesFile = gateway.TlsAuthorities.Length == 0 ? null : gateway.TlsAuthorities,
        SystemId = gateway.SystemId,
        Password = gateway.Password,
        SystemType = gateway.SystemType,
        BindMode = gateway.BindMode is "TransmitterAndReceiver" ? SmppBindMode.TransmitterAndReceiver : SmppBindMode.Transceiver,
        EnquireLinkInterval = TimeSpan.FromSeconds(gateway.EnquireSeconds),
        ResponseTimeout = TimeSpan.FromSeconds(gateway.AnswerSeconds),
        ThrottleStatuses = gateway.SubmitFailThrottles
            ? [CommandStatus.Throttled, CommandStatus.MessageQueueFull, CommandStatus.SubmitFailed]
            : [CommandStatus.Throttled, CommandStatus.MessageQueueFull],
    };
}

using System.Globalization;
using System.Text;
using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Server;

namespace AlertAutomaton.Benchmarks.Sms;

/// <summary>The product's own SMPP server as the far side: a whole SMSC's work, measured to see which sink tops out higher.</summary>
internal sealed class SmsServerSink : ISmppServerHandler
{
    private uint _lastId;

    public static async Task<int> RunAsync()
    {
        var options = new SmppServerOptions { Session = new SmppServerSessionOptions { Window = 1_000 } };
        await using var server = new SmppServer(options, new SmsServerSink(), TimeProvider.System);
        server.Start();
        Console.WriteLine(server.EndPoint.Port.ToString(CultureInfo.InvariantCulture));
        await Console.In.ReadToEndAsync();
        return 0;
    }

    /// <summary>The receipt of a message, as Appendix B of the specification writes it.</summary>
    public static DeliverSm ReceiptOf(string id) => new(SequenceNumber.First)
    {
        Source = SmppAddress.Detect("+33639980001"),
        Destination = SmppAddress.Detect("MAIRIE"),
        EsmClass = EsmClass.DeliveryReceipt,
        ShortMessage = new OctetString(
            Encoding.ASCII.GetBytes($"id:{id} sub:001 dlvrd:001 submit date:2603290230 done date:2603290231 stat:DELIVRD err:000 text:")),
    };

    public CommandStatus Bind(SmppServerSession session, BindRequest bind) => CommandStatus.Ok;

    public ValueTask<SmppPdu?> HandleAsync(SmppServerSession session, SmppPdu request)
    {
        string id = (++_lastId).ToString("D10", CultureInfo.InvariantCulture);
        session.Respond(new SubmitSmResp(CommandStatus.Ok, request.Sequence) { MessageId = id });
        _ = session.DeliverAsync(ReceiptOf(id));
        return new ValueTask<SmppPdu?>((SmppPdu?)null);
    }

    public void Ended(SmppServerSession session, string reason)
    {
        // The measurement knows by itself.
    }
}

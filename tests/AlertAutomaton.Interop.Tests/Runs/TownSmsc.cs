using System.Globalization;
using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Server;
using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Interop.Tests.Runs;

/// <summary>The product's SMPP server for a client that we did not write: keeps what is submitted as the product reads it.</summary>
internal sealed class TownSmsc : ISmppServerHandler, IAsyncDisposable
{
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);
    private readonly Lock _gate = new();
    private readonly SmsAssembly _assembly = new(Never);
    private readonly SmppServer _server;
    private int _lastId = 255;

    private TownSmsc(Func<string> peer)
    {
        Texts = new Gathering<(string Id, string From, string To, string Text)>(peer);
        Binds = new Gathering<BindRequest>(peer);
        Ends = new Gathering<string>(peer);
        _server = new SmppServer(
            new SmppServerOptions { Session = new SmppServerSessionOptions { EnquireLinkInterval = TimeSpan.FromSeconds(1) } }, this, TimeProvider.System, Trace);
    }

    /// <summary>What was submitted, segments put together, with the id of the first.</summary>
    public Gathering<(string Id, string From, string To, string Text)> Texts { get; }

    public Gathering<BindRequest> Binds { get; }

    /// <summary>Why sessions ended.</summary>
    public Gathering<string> Ends { get; }

    /// <summary>The PDUs that went over the wire.</summary>
    public WireLog Trace { get; } = new();

    public int Port => _server.EndPoint.Port;

    public static TownSmsc Start(Func<string> peer)
    {
        var smsc = new TownSmsc(peer);
        smsc._server.Start();
        return smsc;
    }

    /// <summary>Tells the client that a message of its own reached the phone, as Appendix B of the specification writes it.</summary>
    public Task<CommandStatus?> SendReceiptAsync((string Id, string From, string To, string Text) message, string state) => DeliverAsync(
        new DeliverSm(SequenceNumber.First)
        {
            Source = SmppAddress.Detect("+" + message.To),
            Destination = SmppAddress.Detect(message.From),
            EsmClass = EsmClass.DeliveryReceipt,
            ShortMessage = Octets($"id:{message.Id} sub:001 dlvrd:001 submit date:2603290230 done date:2603290231 stat:{state} err:000 text:"),
        });

    /// <summary>Hands the client a reply of a resident, in as many segments as it takes.</summary>
    public async Task ReplyAsync(string from, string to, string text)
    {
        EncodedSms encoded = SmsEncoder.Encode(text, reference: 7);
        foreach (SmsSegment segment in encoded.Segments)
        {
            CommandStatus? status = await DeliverAsync(new DeliverSm(SequenceNumber.First)
            {
                Source = SmppAddress.Detect(from),
                Destination = SmppAddress.Detect(to),
                EsmClass = segment.HasUserDataHeader ? EsmClass.UserDataHeader : (byte)0,
                DataCoding = encoded.DataCoding,
                ShortMessage = segment.ShortMessage,
            });
            Assert.Equal(CommandStatus.Ok, status);
        }
    }

    public CommandStatus Bind(SmppServerSession session, BindRequest bind)
    {
        Binds.Add(bind);
        return (bind.SystemId, bind.Password) == (NodeSmsc.SystemId, NodeSmsc.Password) ? CommandStatus.Ok : CommandStatus.InvalidPassword;
    }

    public ValueTask<SmppPdu?> HandleAsync(SmppServerSession session, SmppPdu request)
    {
        if (request is not SubmitSm submit)
        {
            return new ValueTask<SmppPdu?>(new GenericNack(CommandStatus.InvalidCommandId, request.Sequence));
        }

        string id = Interlocked.Increment(ref _lastId).ToString("X", CultureInfo.InvariantCulture);
        Read(submit, id);
        return new ValueTask<SmppPdu?>(new SubmitSmResp(CommandStatus.Ok, submit.Sequence) { MessageId = id });
    }

    public void Ended(SmppServerSession session, string reason) => Ends.Add(reason);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static OctetString Octets(string text) => new(System.Text.Encoding.ASCII.GetBytes(text));

    private void Read(SubmitSm submit, string id)
    {
        DecodedSms decoded = SmsDecoder.Decode(submit);
        (string from, string to) = (submit.Source.Value, submit.Destination.Value);
        if (decoded.Part is not { } part)
        {
            Texts.Add((id, from, to, decoded.Text));
            return;
        }

        lock (_gate)
        {
            var key = new SmsAssemblyKey(from, to, part.Reference, part.Total);
            foreach (SmsAssemblyResult whole in _assembly.Add(key, part.Number, submit.DataCoding, decoded.Octets, TimeSpan.Zero))
            {
                Texts.Add((id, from, to, SmsDecoder.DecodeText(whole.DataCoding, whole.Octets.Span).Text));
            }
        }
    }

    private Task<CommandStatus?> DeliverAsync(DeliverSm message) => _server.Sessions.First(session => session.CanReceive).DeliverAsync(message);
}

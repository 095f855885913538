using AlertAutomaton.Lab.Witness;
using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Receipts;
using AlertAutomaton.Smpp.Server;
using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Lab.Smsc;

/// <content>What handsets do with texts, and how the SMSC tells of it.</content>
public sealed partial class LabSmsc
{
    private const int MostTries = 100;
    private static readonly TimeSpan TryAgain = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan OrderStep = TimeSpan.FromMilliseconds(200);

    private void Take(SmppServerSession session, SubmitSm submit, long id, TextPlan plan)
    {
        DecodedSms decoded = SmsDecoder.Decode(submit);
        SmsPart part = decoded.Part ?? new SmsPart(0, 1, 1);
        if (plan.State is { } state && (submit.RegisteredDelivery & 1) != 0)
        {
            TellState(session, submit, id, state, plan.Error, part);
        }

        LabText? text = Assemble(submit, decoded);
        if (text is null || plan.State is not (null or MessageState.Delivered))
        {
            return;
        }

        Receive(text, id);
        if (plan.Reply is { } reply)
        {
            // Without a word more than the sender: names cannot be answered.
            _ = TellAsync(ReplyTo(submit, reply), _options.ReplyDelay, "reply");
        }
    }

    private void Receive(LabText text, long id)
    {
        lock (_gate)
        {
            _texts.Add(text);
        }

        Handset(text.Number).Writer.TryWrite(text);
        _witness.Write(new WitnessEntry
        {
            Time = _time.GetUtcNow(),
            What = "text",
            Callee = text.Number,
            CallId = ReceiptWriter.ResponseId(id, _options.Receipts),
            Caller = text.Sender,
            Text = text.Text,
            Segments = text.Segments,
        });
    }

    private void TellState(SmppServerSession session, SubmitSm submit, long id, MessageState state, string error, SmsPart part)
    {
        ReceiptManners manners = _options.Receipts;
        DeliverSm receipt = ReceiptWriter.Receipt(submit, id, state, error, manners, _time.GetUtcNow());
        if (manners.HasFlag(ReceiptManners.IntermediateFirst))
        {
            _ = TellAsync(ReceiptWriter.Receipt(submit, id, MessageState.Accepted, "000", manners, _time.GetUtcNow()), TimeSpan.Zero, "receipt");
        }

        if (manners.HasFlag(ReceiptManners.BeforeResponse))
        {
            // Put into the stream here, ahead of the response that the caller is about to give.
            _ = session.DeliverAsync(receipt);
            return;
        }

        TimeSpan delay = _options.ReceiptDelay + (manners.HasFlag(ReceiptManners.OutOfOrder) ? OrderStep * (part.Total - part.Number) : TimeSpan.Zero);
        _ = TellAsync(receipt, delay, "receipt");
        if (manners.HasFlag(ReceiptManners.Doubled))
        {
            _ = TellAsync(receipt, delay + OrderStep, "receipt");
        }
    }

    private LabText? Assemble(SubmitSm submit, DecodedSms decoded)
    {
        string number = NumberOf(submit);
        string? whole = decoded.Text;
        int segments = SmsMeasure.Of(decoded.Text).Segments;
        if (decoded.Part is { } part)
        {
            segments = part.Total;
            var key = new SmsAssemblyKey(submit.Source.Value, submit.Destination.Value, part.Reference, part.Total);
            lock (_gate)
            {
                SmsAssemblyResult? result = _assembly.Add(key, part.Number, submit.DataCoding, decoded.Octets, Now).FirstOrDefault(one => one.Missing == 0);
                whole = result is null ? null : SmsDecoder.DecodeText(result.DataCoding, result.Octets.Span).Text;
            }
        }

        DateTimeOffset now = _time.GetUtcNow();
        return whole is null ? null : new LabText
        {
            Number = number,
            Text = whole,
            Sender = submit.Source.ToText(),
            Segments = segments,
            Encoding = submit.DataCoding switch { 8 => SmsEncoding.Ucs2, 3 => SmsEncoding.Latin1, _ => SmsEncoding.Gsm },
            Validity = SmppTime.TryParse(submit.ValidityPeriod, now, out DateTimeOffset until) ? until - now : null,
            IsUrgent = submit.PriorityFlag > 0,
            WantsReceipt = (submit.RegisteredDelivery & 1) != 0,
        };
    }

    private static DeliverSm ReplyTo(SubmitSm submit, string reply)
    {
        EncodedSms encoded = SmsEncoder.Encode(reply);
        return new DeliverSm(SequenceNumber.First)
        {
            Source = submit.Destination,
            Destination = submit.Source,
            DataCoding = encoded.DataCoding,
            ShortMessage = encoded.Segments[0].ShortMessage,
        };
    }

    /// <summary>Brings something to whoever is bound, again and again until it is taken, as SMSCs do.</summary>
    private async Task TellAsync(DeliverSm message, TimeSpan delay, string what)
    {
        try
        {
            await Task.Delay(delay, _time, _stop.Token);
            Witness(what, message, string.Empty);
            for (int tries = 0; tries < MostTries; tries++)
            {
                if (_server.Sessions.FirstOrDefault(session => session.CanReceive) is { } receiver && await receiver.DeliverAsync(message) == CommandStatus.Ok)
                {
                    return;
                }

                await Task.Delay(TryAgain, _time, _stop.Token);
            }

            LabLog.NobodyTakesTexts(_log, what);
        }
        catch (OperationCanceledException)
        {
            LabLog.SmscStopped(_log, what);
        }
    }
}

using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Session;
using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Smpp.Client;

/// <content>Submitting.</content>
public sealed partial class SmppClient
{
    private const int LongestNumber = 20;
    private const int ShortestNumber = 3;
    private const int LongestName = 11;
    private const byte UrgentPriority = 3;

    /// <summary>Submits a text, all its segments, and tells what became of it. Does not throw for anything that the network does.</summary>
    /// <param name="submission">The text and its number.</param>
    /// <param name="cancellation">
    /// Ends the waiting, or only stops what has not left (<see cref="SmsSubmission.AwaitsWhatLeft"/>): what did not leave is <see cref="SubmitResultKind.NotSent"/>, what did <see cref="SubmitResultKind.Unknown"/>.
    /// </param>
    public Task<SubmitResult> SubmitAsync(SmsSubmission submission, CancellationToken cancellation = default)
    {
        if (Check(submission) is { } refused)
        {
            return Task.FromResult(refused);
        }

        var reference = (ushort)Interlocked.Increment(ref _reference);
        if (!SmsEncoder.TryEncode(submission.Text, _options.Text, reference, out var encoded))
        {
            return Task.FromResult(new SubmitResult(SubmitResultKind.RejectedMessage, null, "the text takes more than 255 segments", []));
        }

        SmppSession? session;
        lock (_gate)
        {
            session = _transmitter;
        }

        if (session is null)
        {
            return Task.FromResult(new SubmitResult(SubmitResultKind.NotSent, null, "not bound", []));
        }

        var template = TemplateOf(submission, encoded.DataCoding);
        var message = new OutgoingMessage([.. encoded.Segments.Select(segment => Fill(template, segment))], submission.IsUrgent);
        session.Submit(message);
        return cancellation.CanBeCanceled && !message.Result.IsCompleted ? AwaitAsync(session, message, submission.AwaitsWhatLeft, cancellation) : message.Result;
    }

    private static async Task<SubmitResult> AwaitAsync(SmppSession session, OutgoingMessage message, bool awaitsWhatLeft, CancellationToken cancellation)
    {
        await using (cancellation.UnsafeRegister(_ => Cancel(), null))
        {
            return await message.Result;
        }

        void Cancel()
        {
            if (awaitsWhatLeft)
            {
                session.Withdraw(message);
            }
            else
            {
                session.Abandon(message);
            }
        }
    }

    private static SubmitResult? Check(SmsSubmission submission)
    {
        var digits = submission.Destination.StartsWith('+') ? submission.Destination.AsSpan(1) : submission.Destination;
        if (digits.Length is < ShortestNumber or > LongestNumber || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return new SubmitResult(SubmitResultKind.RejectedDestination, null, "the destination is no number", []);
        }

        var source = SmppAddress.Detect(submission.Source);
        var longest = source.Ton == TypeOfNumber.Alphanumeric ? LongestName : LongestNumber;
        return source.Value.Length > longest || source.Value.Any(character => character is < ' ' or > 'ÿ')
            ? new SubmitResult(SubmitResultKind.RejectedMessage, null, "the sender is neither a number nor a name of up to eleven characters", [])
            : null;
    }

    private static SubmitSm Fill(SubmitSm template, SmsSegment segment) => template with
    {
        EsmClass = segment.HasUserDataHeader ? EsmClass.UserDataHeader : (byte)0,
        ShortMessage = segment.ShortMessage,
        Tlvs = segment.Tlvs,
    };

    private SubmitSm TemplateOf(SmsSubmission submission, byte dataCoding)
    {
        var source = SmppAddress.Detect(submission.Source);
        var destination = SmppAddress.Detect(submission.Destination);
        return new SubmitSm(SequenceNumber.First)
        {
            ServiceType = _options.ServiceType,
            Source = source with { Ton = _options.SourceTon ?? source.Ton, Npi = _options.SourceNpi ?? source.Npi },
            Destination = destination with
            {
                Ton = _options.DestinationTon ?? destination.Ton,
                Npi = _options.DestinationNpi ?? destination.Npi,
            },
            PriorityFlag = submission.IsUrgent ? UrgentPriority : (byte)0,
            ValidityPeriod = submission.Validity switch
            {
                null => "",
                { } validity when _options.ValidityFormat == SmppValidityFormat.Absolute => SmppTime.FormatAbsolute(_time.GetUtcNow() + validity),
                { } validity => SmppTime.FormatRelative(validity),
            },
            RegisteredDelivery = (submission.AskForReceipt ?? _options.AskForReceipts) ? (byte)1 : (byte)0,
            DataCoding = dataCoding,
        };
    }
}

using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Dispatch;

/// <summary>
/// One attempt in the air. What the channel reports is handed to the dispatcher's loop, which writes it down; the fields are the
/// loop's own.
/// </summary>
internal sealed class AttemptRun : IAttemptReporter, IDisposable
{
    private readonly Dispatcher _dispatcher;
    private readonly CancellationTokenSource _stop = new();

    public AttemptRun(Dispatcher dispatcher, AlertRun run, RecipientState recipient, AttemptId id, ILineReservation? line, DateTimeOffset begun)
    {
        _dispatcher = dispatcher;
        Run = run;
        Recipient = recipient;
        Id = id;
        Reservation = line;
        Line = line?.Line ?? NoLine;
        CallerId = line?.CallerId;
        Begun = begun;
        Number = recipient.AttemptCount + 1;
        CallNumber = recipient.Points[recipient.PointIndex].Kind == ChannelKind.Voice ? recipient.CallCount + 1 : 0;
        Lane = recipient.Lane;
        PointIndex = recipient.PointIndex;
        Point = recipient.Points[PointIndex];
        LeaveVoicemail = recipient.LeaveVoicemail;
    }

    /// <summary>What is written in place of a line when none serves the point.</summary>
    public const string NoLine = "none";

    public AlertRun Run { get; }

    public RecipientState Recipient { get; }

    public AttemptId Id { get; }

    public ILineReservation? Reservation { get; }

    public string Line { get; }

    public string? CallerId { get; }

    public DateTimeOffset Begun { get; }

    public int Number { get; }

    /// <summary>Which call to its household it is, from 1; 0 for a text or mail.</summary>
    public int CallNumber { get; }

    public byte Lane { get; }

    public byte PointIndex { get; }

    public ContactPoint Point { get; }

    public bool LeaveVoicemail { get; }

    public bool Answered { get; set; }

    public bool Heard { get; set; }

    /// <summary>True when an acknowledgement of this attempt is on disk, or waits to be written.</summary>
    public bool Acknowledged { get; set; }

    public bool CutByShutdown { get; set; }

    /// <summary>Set by the loop before the signal goes out.</summary>
    public bool IsCancelled { get; set; }

    /// <summary>A report that overtook the end of the attempt: recorded right after it.</summary>
    public Action? EarlyReport { get; set; }

    /// <summary>The secret of its acknowledgement link.</summary>
    public string? LinkToken { get; init; }

    public void SignalStop()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The attempt ended by itself in the meantime: there is nothing left to stop.
        }
    }

    public void Dispose() => _stop.Dispose();

    /// <summary>Carries the attempt out; it is on disk. Never throws.</summary>
    public async Task DeliverAsync(IDeliveryChannel? channel)
    {
        var result = await CarryOutAsync(channel);
        Reservation?.Dispose();
        _dispatcher.Post(() => _dispatcher.AttemptOver(this, result));
    }

    /// <inheritdoc/>
    public Task AnsweredAsync(string dialogIdentity) => _dispatcher.Report(
        this,
        () =>
        {
            Run.Talking += Answered ? 0 : 1;
            Answered = true;
            return new AttemptAnswered { Alert = Run.Alert.Id, Recipient = Recipient.Id, Attempt = Id, At = _dispatcher.Now, DialogIdentity = dialogIdentity };
        });

    /// <inheritdoc/>
    public Task HeardAsync() => _dispatcher.Report(
        this,
        () =>
        {
            if (Heard)
            {
                return null;
            }

            Heard = true;
            return new MessageHeard { Alert = Run.Alert.Id, Recipient = Recipient.Id, Attempt = Id, At = _dispatcher.Now };
        });

    /// <inheritdoc/>
    public Task KeyPressedAsync(char key) => _dispatcher.Report(
        this,
        () => new KeyPressed { Alert = Run.Alert.Id, Recipient = Recipient.Id, Attempt = Id, At = _dispatcher.Now, Key = key });

    /// <inheritdoc/>
    public Task<bool> AcknowledgeAsync(AcknowledgementOption option) => _dispatcher.AcknowledgeInAttempt(this, option);

    private async Task<AttemptResult> CarryOutAsync(IDeliveryChannel? channel)
    {
        if (channel is null || Reservation is null)
        {
            return new AttemptResult { Outcome = AttemptOutcome.NotSent, Detail = "no configured line serves this contact point" };
        }

        if (IsCancelled)
        {
            return new AttemptResult { Outcome = AttemptOutcome.NotSent, Detail = "stopped before it left" };
        }

        var order = new DeliveryOrder
        {
            Alert = Run.Alert,
            Recipient = Recipient.Id,
            Attempt = Id,
            Number = Number,
            Point = Point,
            Language = Recipient.Language,
            LeaveVoicemail = LeaveVoicemail,
            RecipientName = Recipient.Name,
            LinkToken = LinkToken,
            HouseholdCode = Point.Kind != ChannelKind.Voice && Run.Alert.Message.UsesCodes ? _dispatcher.CodeOf?.Invoke(Run.Alert.Id, Recipient.Id) : null,
        };
        try
        {
            return await channel.DeliverAsync(order, Reservation, this, _stop.Token);
        }
        catch (OperationCanceledException) when (IsCancelled)
        {
            return new AttemptResult { Outcome = Answered ? AttemptOutcome.CutShort : AttemptOutcome.NotSent, Detail = "stopped" };
        }
        catch (Exception fault)
        {
            _dispatcher.ChannelFault(fault, Id);
            return new AttemptResult { Outcome = AttemptOutcome.Network, Detail = $"fault of the channel: {fault.GetType().Name}" };
        }
    }
}

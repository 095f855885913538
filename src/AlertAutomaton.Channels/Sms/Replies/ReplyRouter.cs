using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Texts;
using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.Channels.Sms.Texts;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Channels.Sms.Replies;

/// <summary>
/// Takes the texts of residents: on disk first, then to the alert that they answer, then a short confirmation, in that order and never
/// otherwise. Texts of one number are worked on one after the other. Thread-safe.
/// </summary>
public sealed class ReplyRouter : IDisposable
{
    private const int LongestAddress = 20;
    private const int MostOpen = 500;

    private readonly SenderQueues _queues;
    private static readonly TimeSpan LatestAnswer = TimeSpan.FromDays(7);
    private readonly IInboundTextStore _store;
    private readonly IRefusalStore _refusals;
    private readonly IReplyEngine _engine;
    private readonly ReplyAnswers _answers;
    private readonly GatewayPool _pool;
    private readonly ReplyOptions _options;
    private readonly TimeProvider _time;
    private readonly SmsMeters _meters;
    private readonly ILogger _log;
    private readonly ITimer _retry;
    private int _sweeping;
    private volatile bool _isStarted;

    /// <summary>Texts are stored from the first one on, and worked on after <see cref="StartAsync"/>.</summary>
    /// <param name="store">Keeps texts and answers.</param>
    /// <param name="refusals">Keeps refusals.</param>
    /// <param name="engine">The alerts.</param>
    /// <param name="pool">The gateways.</param>
    /// <param name="options">How replies are answered.</param>
    /// <param name="time">The clock.</param>
    /// <param name="meters">What is counted.</param>
    /// <param name="log">Where trouble goes.</param>
    public ReplyRouter(
        IInboundTextStore store,
        IRefusalStore refusals,
        IReplyEngine engine,
        GatewayPool pool,
        ReplyOptions options,
        TimeProvider time,
        SmsMeters meters,
        ILogger<ReplyRouter> log)
    {
        _store = store;
        _refusals = refusals;
        _engine = engine;
        _pool = pool;
        _options = options;
        _time = time;
        _meters = meters;
        _log = log;
        _answers = new ReplyAnswers(store, pool, options, time, log);
        _queues = new SenderQueues(WorkSafelyAsync);
        _retry = time.CreateTimer(static router => _ = ((ReplyRouter)router!).SweepAsync(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Begins to work, with what is open on disk; told once the engine has taken up its alerts, or their answers would find none.</summary>
    public Task StartAsync()
    {
        _isStarted = true;
        _retry.Change(_options.RetryEvery, _options.RetryEvery);
        return SweepAsync();
    }

    /// <summary>Takes a text.</summary>
    /// <returns>False when it is not on disk: the SMSC is to repeat it.</returns>
    public async Task<bool> TakeAsync(GatewayText received)
    {
        var country = _pool.Find(received.Gateway)?.Options.Country ?? string.Empty;
        _ = HandsetNumber.TryRead(received.From, country, out var number);
        var now = _time.GetUtcNow();
        var text = new InboundText
        {
            Id = Guid.CreateVersion7(now),
            Gateway = received.Gateway,
            From = Bounded(received.From, LongestAddress),
            Number = number,
            To = Bounded(received.To, LongestAddress),
            Text = Bounded(received.Text, InboundText.LongestText),
            ReceivedAt = now,
        };
        switch (await _store.AddAsync(text, _options.DoubleWithin))
        {
            case InboundTextVerdict.Stored:
                if (_isStarted)
                {
                    _queues.Add(text);
                }

                return true;
            case InboundTextVerdict.Double:
                _meters.Reply(text.Gateway, "double");
                return true;
            default:
                return false;
        }
    }

    /// <summary>Completes when nothing is being worked on.</summary>
    public Task WhenIdleAsync() => _queues.WhenIdle;

    /// <inheritdoc/>
    public void Dispose() => _retry.Dispose();

    private static string Bounded(string text, int most) => text.Length > most ? text[..most] : text;

    private async Task SweepAsync()
    {
        if (Interlocked.Exchange(ref _sweeping, 1) != 0)
        {
            return;
        }

        try
        {
            foreach (var text in await _store.LoadOpenAsync(MostOpen))
            {
                _queues.Add(text);
            }
        }
        finally
        {
            Volatile.Write(ref _sweeping, 0);
        }
    }

    private async Task WorkSafelyAsync(InboundText text)
    {
        try
        {
            await WorkAsync(text);
        }
        catch (Exception fault)
        {
            // It stays open on disk and is tried again; one text that cannot be worked on must not stop the others.
            SmsLog.ReplyFault(_log, fault.GetType().Name);
        }
    }

    private async Task WorkAsync(InboundText text)
    {
        if (text.Number.IsEmpty || IsOneOfOurs(text))
        {
            await CloseAsync(text, InboundTextFate.Automatic, null);
            return;
        }

        var targets = await ReplyTargets.FindAsync(_engine, text.Number, text.ReceivedAt);
        var target = targets.Count > 0 ? targets[0] : null;
        var meaning = ReplyInterpreter.Read(text.Text, target?.Alert.Policy.Purpose ?? AlertPurpose.Vital, target?.Language ?? _options.DefaultLanguage);
        switch (meaning)
        {
            case ReplyMeaning.Automatic:
                await CloseAsync(text, InboundTextFate.Automatic, target);
                break;
            case ReplyMeaning.Stop:
                await StopAsync(text, target, targets);
                break;
            case ReplyMeaning.NotUnderstood when target is not null:
                if (await CloseAsync(text, InboundTextFate.NotUnderstood, target))
                {
                    var words = SmsWords.For(target.Language);
                    await _answers.SendAsync(text, target, "HowTo", words.NotUnderstood(target.Alert.Policy.Purpose, target.Role == ContactPointRole.Trusted));
                }

                break;
            case ReplyMeaning.NotUnderstood:
                await CloseAsync(text, InboundTextFate.NoAlert, null);
                break;
            default:
                if (targets.Count == 0)
                {
                    await RecordLateAsync(text);
                }

                await AcknowledgeAsync(text, targets);
                break;
        }
    }

    /// <summary>An answer to the alert that texted its sender last, which is over: its journal keeps it as late; the sender is answered as if there were none.</summary>
    private async Task RecordLateAsync(InboundText text)
    {
        var texts = (await _engine.FindTextsAsync(text.Number))
            .Where(place => place.Phase == AlertPhase.Finished && place.Begun <= text.ReceivedAt && text.ReceivedAt - place.Begun < LatestAnswer).ToList();
        if (texts.Count == 0
            || await _engine.PurposeOfAsync(texts[0].Alert) is not { } purpose
            || OptionOf(ReplyInterpreter.Read(text.Text, purpose, _options.DefaultLanguage)) is not { } option)
        {
            return;
        }

        foreach (var recipient in texts.Where(place => place.Alert == texts[0].Alert).Select(place => place.Recipient).Distinct())
        {
            await _engine.AcknowledgeAsync(texts[0].Alert, recipient, option);
        }
    }

    /// <summary>For the newest alert that still runs when the answer is written: one that ends meanwhile hands it on to the one before.</summary>
    private async Task AcknowledgeAsync(InboundText text, IReadOnlyList<ReplyTarget> targets)
    {
        foreach (var target in targets)
        {
            var purpose = target.Alert.Policy.Purpose;
            if (OptionOf(ReplyInterpreter.Read(text.Text, purpose, target.Language)) is not { } option)
            {
                continue;
            }

            var verdicts = new List<CommandVerdict>();
            foreach (var recipient in target.Recipients)
            {
                verdicts.Add(await _engine.AcknowledgeAsync(target.Alert.Id, recipient, option));
            }

            if (verdicts.Contains(CommandVerdict.InForceNotWritten))
            {
                // In force, but not on disk: nothing is confirmed, and the text stays open until it can be.
                return;
            }

            if (verdicts.Exists(verdict => verdict is CommandVerdict.Done or CommandVerdict.AlreadySo))
            {
                if (await CloseAsync(text, InboundTextFate.Acknowledged, target, option))
                {
                    await _answers.SendAsync(text, target, option.ToString(), SmsWords.For(target.Language).Confirmation(purpose, option));
                }

                return;
            }
        }

        await CloseAsync(text, InboundTextFate.NoAlert, null);
    }

    private async Task StopAsync(InboundText text, ReplyTarget? target, IReadOnlyList<ReplyTarget> targets)
    {
        if (!await _refusals.AddAsync(new TextRefusal(text.Number, target?.Alert.Organisation, text.Id, text.ReceivedAt)))
        {
            return;
        }

        foreach (var point in targets.SelectMany(one => one.Points).Distinct())
        {
            await _engine.ClosePointAsync(point);
        }

        if (await CloseAsync(text, InboundTextFate.Stopped, target))
        {
            var organisation = target is null ? _options.DefaultOrganisationName : _options.OrganisationName(target.Alert.Organisation);
            await _answers.SendAsync(text, target, "Stop", SmsWords.For(target?.Language ?? _options.DefaultLanguage).StopConfirmed(organisation));
        }
    }

    private async Task<bool> CloseAsync(InboundText text, InboundTextFate fate, ReplyTarget? target, AcknowledgementOption option = AcknowledgementOption.None)
    {
        var isClosed = await _store.CloseAsync(new InboundTextResult(text.Id, fate, _time.GetUtcNow())
        {
            Alert = target?.Alert.Id,
            Recipient = target?.Recipients[0],
            Option = option,
        });
        if (isClosed)
        {
            _meters.Reply(text.Gateway, fate.ToString());
        }

        return isClosed;
    }

    // Another system of ours, or ourselves by a number that was mistyped: answering would go round for ever.
    private bool IsOneOfOurs(InboundText text) => _pool.Gateways.Any(gateway =>
        HandsetNumber.TryRead(gateway.Options.Sender, gateway.Options.Country, out var sender) && sender == text.Number);

    private static AcknowledgementOption? OptionOf(ReplyMeaning meaning) => meaning switch
    {
        ReplyMeaning.Safe => AcknowledgementOption.Safe,
        ReplyMeaning.NeedsHelp => AcknowledgementOption.NeedsHelp,
        ReplyMeaning.Present => AcknowledgementOption.Present,
        ReplyMeaning.Absent => AcknowledgementOption.Absent,
        _ => null,
    };
}

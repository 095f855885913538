using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.Telephony.Trunks;
using AlertAutomaton.Telephony.Verdicts;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Channels.Voice;

/// <summary>Calls a resident, says the message, understands the keys and names the outcome.</summary>
public sealed class VoiceChannel : IDeliveryChannel
{
    private readonly TrunkLines _lines;
    private readonly PromptCatalogue _catalogue;
    private readonly IMessageAudio _messages;
    private readonly VoiceChannelOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<VoiceChannel> _log;

    /// <summary>Makes the channel over the lines of the configured trunks.</summary>
    /// <param name="lines">The trunks' lines.</param>
    /// <param name="catalogue">The sentences around the message; every language of the alerts, else its first language is spoken.</param>
    /// <param name="messages">The prepared messages.</param>
    /// <param name="options">How a call behaves.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Where trouble goes.</param>
    public VoiceChannel(
        TrunkLines lines, PromptCatalogue catalogue, IMessageAudio messages, VoiceChannelOptions options, TimeProvider time, ILogger<VoiceChannel> log)
    {
        _lines = lines;
        _catalogue = catalogue;
        _messages = messages;
        _options = options;
        _time = time;
        _log = log;
    }

    /// <inheritdoc/>
    public event Action? CapacityChanged
    {
        add => _lines.CapacityChanged += value;
        remove => _lines.CapacityChanged -= value;
    }

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Voice;

    /// <inheritdoc/>
    public string RouteOf(in RouteRequest request) => _lines.RouteOf(request.Point.Address, request.CallerId, request.AvoidLine);

    /// <inheritdoc/>
    public bool TryReserve(string route, [NotNullWhen(true)] out ILineReservation? reservation)
    {
        bool free = _lines.TryReserve(route, out TrunkLine? line);
        reservation = free ? new TrunkReservation(line!) : null;
        return free;
    }

    /// <inheritdoc/>
    public ChannelCapacity CapacityOf(string route)
    {
        (int lines, double perSecond) = _lines.CapacityOf(route);
        return new ChannelCapacity(lines, perSecond);
    }

    /// <inheritdoc/>
    public async Task<AttemptResult> DeliverAsync(
        DeliveryOrder order, ILineReservation line, IAttemptReporter reporter, CancellationToken stop)
    {
        MessageText text = order.Alert.Message.For(order.Language);
        if (!_messages.TryGet(order.Alert.Message.Id, text.Language, out MessageAudio? audio))
        {
            // Never a call with silence in it.
            VoiceLog.MessageNotPrepared(_log, order.Attempt.Value, text.Language);
            return new AttemptResult { Outcome = AttemptOutcome.NotSent, Detail = $"the message has no sound in '{text.Language}'" };
        }

        string language = _catalogue.Languages.Contains(text.Language, StringComparer.OrdinalIgnoreCase) ? text.Language : _catalogue.Languages[0];
        AnswerTable answers = AnswerTable.For(order.Alert.Policy.Purpose, order.Point.Role);
        AlertPrompts prompts = AlertPrompts.Compose(_catalogue, language, order.Alert.Kind, answers, audio);
        var trunkLine = ((TrunkReservation)line).TrunkLine;
        var place = new PlaceOptions { RingTime = _options.RingTime, LongestTalk = _options.LongestTalk, KeepAnswer = reporter.AnsweredAsync };
        CallPlacement placement = await trunkLine.PlaceAsync(order.Point.Address, place, stop);
        if (!placement.IsAnswered)
        {
            return Result(placement.Verdict, TimeSpan.Zero, voicemailLeft: false);
        }

        await using Call call = placement.Call;
        var script = new AlertCallScript(new PlacedAlertCall(call), prompts, reporter, _options, order.LeaveVoicemail, _time);
        AlertCallNotes notes = await script.RunAsync(stop);
        CallVerdict verdict = CallVerdictTable.Judge(call.Facts() with
        {
            Answered = true,
            Key = notes.Key ?? (notes.WrongNumber ? '9' : null),
            PlayedToEnd = notes.PlayedToEnd,
            MachineJudged = notes.Machine || call.Hint == Media.Detection.MachineHint.Machine,
        });

        // Without a beep the text was said into the recording all the same, once the message was said to its end.
        bool left = verdict.Outcome == CallOutcome.Voicemail && (notes.VoicemailLeft || (!notes.Machine && notes.PlayedToEnd));
        return Result(verdict, call.Talked, left);
    }

    private static AttemptResult Result(CallVerdict verdict, TimeSpan talked, bool voicemailLeft) => new()
    {
        Outcome = OutcomeNames.For(verdict),
        Detail = verdict.Detail,
        RetryAfter = verdict.RetryAfter,
        Talked = talked,
        VoicemailLeft = voicemailLeft,
    };
}

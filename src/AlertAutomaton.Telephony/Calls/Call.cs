using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Media.Sessions;
using AlertAutomaton.Telephony.Verdicts;

namespace AlertAutomaton.Telephony.Calls;

/// <summary>
/// An answered call with sound, used like a script: say, wait for a key, record, hang up. One script at a time drives it.
/// </summary>
/// <remarks>
/// It never throws for what happens on the network: every wait ends with <see cref="CallMoments.Ended"/> when the call is over. It is
/// bounded by <see cref="PlaceOptions.LongestTalk"/>. Disposing hangs up.
/// </remarks>
public sealed class Call : IAsyncDisposable
{
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(4);
    private readonly CallSession _session;

    internal Call(CallSession session)
    {
        _session = session;
    }

    /// <summary>The SIP Call-ID, for logs.</summary>
    public string CallId => _session.CallId;

    /// <summary>The trunk that carries it.</summary>
    public string Trunk => _session.Line.Trunk;

    /// <summary>The number shown to the callee.</summary>
    public string CallerId => _session.Line.CallerId;

    /// <summary>What must be kept so that a later process can hang this call up, as JSON; empty only when the stack gave none.</summary>
    public string DialogIdentityJson => _session.DialogIdentityJson;

    /// <summary>What the greeting of the far end sounded like so far. Only a hint.</summary>
    public MachineHint Hint => _session.Hint;

    /// <summary>True once a fax announced itself.</summary>
    public bool FaxSeen => _session.FaxSeen;

    /// <summary>Time since the answer.</summary>
    public TimeSpan Talked => _session.Talked;

    /// <summary>Completes when the call is over.</summary>
    public Task<CallEnding> Ending => _session.Ending;

    /// <summary>Counters of the sound so far.</summary>
    public MediaStatistics Sound => _session.Sound;

    /// <summary>
    /// Plays prompts one after another until the end or until one of the moments. A key that is already waiting ends it before it begins
    /// when keys interrupt.
    /// </summary>
    public async Task<CallTurn> PlayAsync(IReadOnlyList<PreparedPrompt> prompts, CallMoments interruptedBy, CancellationToken ct)
    {
        _session.Play(prompts);
        try
        {
            CallTurn turn = await _session.Mailbox.WaitAsync(interruptedBy | CallMoments.PlayedToEnd, Timeout.InfiniteTimeSpan, ct);
            if (turn.What != CallMoments.PlayedToEnd)
            {
                _session.StopPlaying();
            }

            return turn;
        }
        catch (OperationCanceledException)
        {
            _session.StopPlaying();
            throw;
        }
    }

    /// <summary>Plays prompts to their end; keys pressed meanwhile wait for whoever reads them next.</summary>
    /// <returns>False when the call ended before.</returns>
    public async Task<bool> SayAsync(IReadOnlyList<PreparedPrompt> prompts, CancellationToken ct) =>
        (await PlayAsync(prompts, CallMoments.None, ct)).What == CallMoments.PlayedToEnd;

    /// <summary>Waits for a key.</summary>
    /// <returns>The key, or null when the time is over or the call has ended.</returns>
    public async Task<KeyPress?> WaitForKeyAsync(TimeSpan limit, CancellationToken ct) => (await WaitAsync(CallMoments.Key, limit, ct)).Key;

    /// <summary>Waits for one of several moments.</summary>
    public Task<CallTurn> WaitAsync(CallMoments wanted, TimeSpan limit, CancellationToken ct) => _session.Mailbox.WaitAsync(wanted, limit, ct);

    /// <summary>Presses a key towards the far end.</summary>
    /// <param name="key">0-9, *, #, A-D.</param>
    /// <param name="duration">40 ms to 8 s.</param>
    public void SendKey(char key, TimeSpan duration) => _session.WithMedia(media => media.SendKey(key, duration));

    /// <summary>Records what the far end says from now on.</summary>
    public void StartRecording(RecordingOptions options) => _session.WithMedia(media => media.StartRecording(options));

    /// <summary>Ends the recording and gives it; null when the call ended before or nothing was recorded.</summary>
    public PcmRecording? StopRecording() => _session.StopRecording();

    /// <summary>Hangs up and waits, a few seconds at most, until the far end has confirmed.</summary>
    /// <param name="detail">Why, for the journal, when it is not the normal end of a script.</param>
    public async Task HangUpAsync(string? detail = null)
    {
        _session.HangUp(detail);
        try
        {
            await _session.Ending.WaitAsync(LongestGoodbye, _session.Time);
        }
        catch (TimeoutException)
        {
            // BYE goes on being repeated by its transaction (RFC 3261 §17.1.2); nothing is gained by holding the script.
        }
    }

    /// <summary>The facts of this call for the verdict table. Complete once <see cref="Ending"/> is; the script adds keys and what was played.</summary>
    public CallFacts Facts() => _session.Facts();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await HangUpAsync();
}

using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.Telephony.Inbound;
using AlertAutomaton.VoiceServer.Calls;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.VoiceServer.Lines;

/// <summary>
/// Takes calls to the configured numbers and leaves all others refused; who comes when all places are taken hears one sentence. A forwarded or
/// spoofed caller number changes nothing here: only the called number decides.
/// </summary>
internal sealed class InboundSwitch(
    VoiceServerOptions options, Func<IVoiceCall, VoiceLine, string, CancellationToken, Task> answer, Func<IVoiceCall, VoiceLine, CancellationToken, Task> turnAway, ILogger log)
    : IInboundCallListener
{
    private readonly Dictionary<string, VoiceLine> _lines = options.Lines.ToDictionary(line => line.Number.ToString(), StringComparer.Ordinal);
    private readonly CallerCount _count = new(options.MostCallers, options.PlacesForOperators);

    /// <summary>Callers on the line now.</summary>
    public int Callers => _count.Callers;

    public bool Accepts(InboundCallInfo info) => _lines.ContainsKey(info.CalledNumber);

    public Task AnswerAsync(Call call, InboundCallInfo info, CancellationToken stop) => AnswerAsync(new TelephoneCall(call), info, stop);

    /// <summary>The same for any call.</summary>
    public async Task AnswerAsync(IVoiceCall call, InboundCallInfo info, CancellationToken stop)
    {
        VoiceLine line = _lines[info.CalledNumber];
        if (!_count.TryEnter(line.Audience))
        {
            VoiceServerLog.TurnedAway(log, info.CallId, _count.Callers);
            await turnAway(call, line, stop);
            return;
        }

        try
        {
            await answer(call, line, E164Number.TryParse(info.CallerNumber, out _) ? info.CallerNumber : string.Empty, stop);
        }
        finally
        {
            _count.Leave();
        }
    }
}

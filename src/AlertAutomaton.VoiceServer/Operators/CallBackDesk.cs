using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.VoiceServer.Calls;

namespace AlertAutomaton.VoiceServer.Operators;

/// <summary>
/// Calls operators back on their registered number, where nobody is by showing a number. Whoever asks hears the same, whether the operator
/// exists or not; one operator is called back once in five minutes at most, so that nobody can make a phone ring all night.
/// </summary>
internal sealed class CallBackDesk(OperatorServices services, IOutboundCalls calls, Func<IVoiceCall, Operator, CancellationToken, Task> answer, CancellationToken stop)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<OperatorId, DateTimeOffset> _last = [];

    /// <summary>Asks for a call-back by operator number.</summary>
    public async Task AskAsync(OrganisationId organisation, string number, string callId, CancellationToken ct)
    {
        if (await services.Operators.FindAsync(organisation, number, ct) is { Active: true } who)
        {
            Ask(who, callId);
        }
    }

    /// <summary>Asks for a call-back.</summary>
    /// <returns>False when the operator has no registered number; true also when one was placed a moment ago.</returns>
    public bool Ask(Operator who, string callId)
    {
        if (who.RegisteredPhone is null)
        {
            return false;
        }

        DateTimeOffset now = services.Time.GetUtcNow();
        lock (_gate)
        {
            if (_last.TryGetValue(who.Id, out DateTimeOffset last) && now - last < services.Options.CallBackInterval)
            {
                return true;
            }

            _last[who.Id] = now;
        }

        VoiceServerLog.CallBackAsked(services.Log, who.Id, callId);
        _ = CallAsync(who);
        return true;
    }

    private async Task CallAsync(Operator who)
    {
        try
        {
            await Task.Delay(services.Options.CallBackDelay, services.Time, stop);
            if (await calls.CallAsync(who.RegisteredPhone!.Value, stop) is { } call)
            {
                await answer(call, who, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The service is closing; calls end with it.
        }
        catch (Exception error)
        {
            VoiceServerLog.CallBackFailed(services.Log, error, who.Id);
        }
    }
}

using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transactions;

namespace AlertAutomaton.Sip.Tests.Transactions;

/// <summary>Writes inputs and effects of the transaction machines as short words, so that a whole history reads as one line.</summary>
internal static class TransactionScript
{
    private static readonly TransactionTimers Timers = new();

    /// <summary>Runs a machine through inputs such as <c>begin 180 A 200 failed repeat ack answer:200 abandon</c>.</summary>
    /// <returns>For each input its effects, and the phase at the end.</returns>
    public static string Run<TState>(
        TState state, Func<TState, TransactionInput, TransactionTimers, TransactionStep<TState>> step, Func<TState, object> phase, string inputs)
    {
        var lines = new List<string>();
        foreach (string word in inputs.Split(' '))
        {
            TransactionStep<TState> next = step(state, InputOf(word), Timers);
            state = next.State;
            lines.Add(string.Join('+', next.Effects.Select(NameOf)));
        }

        return $"{string.Join(" | ", lines)} => {phase(state)}";
    }

    private static TransactionInput InputOf(string word) => word switch
    {
        "begin" => TransactionInput.Begin.Instance,
        "failed" => new TransactionInput.TransportFailed("broken"),
        "repeat" => TransactionInput.RequestRepeated.Instance,
        "abandon" => TransactionInput.Abandoned.Instance,
        "ack" => new TransactionInput.AckArrived(new SipRequest(SipMethod.Ack, UserAgents.AgentPair.Uri("sip:a@example.org"))),
        _ when word.StartsWith("answer:", StringComparison.Ordinal) => new TransactionInput.Answer(new SipResponse(int.Parse(word[7..]))),
        _ when char.IsDigit(word[0]) => new TransactionInput.ResponseArrived(new SipResponse(int.Parse(word))),
        _ => new TransactionInput.TimerFired(Enum.Parse<TransactionTimer>(word)),
    };

    private static string NameOf(TransactionEffect effect) => effect switch
    {
        TransactionEffect.SendRequest => "send",
        TransactionEffect.SendAck ack => $"ack{ack.Response.StatusCode}",
        TransactionEffect.SendResponse response => $"send{response.Response.StatusCode}",
        TransactionEffect.RepeatResponse => "resend",
        TransactionEffect.SendTrying => "send100",
        TransactionEffect.Deliver deliver => $"tell{deliver.Response.StatusCode}",
        TransactionEffect.DeliverAck => "tellack",
        TransactionEffect.StartTimer timer => $"{timer.Timer}:{timer.After.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
        TransactionEffect.StopTimers => "stop",
        TransactionEffect.ReportTimeout => "timeout",
        TransactionEffect.ReportTransportFailure => "failure",
        TransactionEffect.Terminate => "gone",
        _ => throw new InvalidOperationException(effect.ToString()),
    };
}

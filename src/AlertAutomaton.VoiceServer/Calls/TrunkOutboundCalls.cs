using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.Telephony.Trunks;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.VoiceServer.Calls;

/// <summary>Places calls over the trunks, after the number policy.</summary>
internal sealed class TrunkOutboundCalls(TrunkLines lines, NumberPolicy policy, VoiceServerOptions options, TimeProvider time, ILogger log) : IOutboundCalls
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public async Task<IVoiceCall?> CallAsync(E164Number number, CancellationToken ct)
    {
        if (policy.Decide(number) != NumberVerdict.Allowed)
        {
            VoiceServerLog.NumberNotCalled(log, number.Masked());
            return null;
        }

        if (await ReserveAsync(number.ToString(), ct) is not { } line)
        {
            VoiceServerLog.NoLine(log, number.Masked());
            return null;
        }

        var place = new PlaceOptions { RingTime = options.OperatorRingTime, LongestTalk = options.LongestCall, MostKeys = 1000, ListenForMachines = false };
        CallPlacement placement = await line.PlaceAsync(number.ToString(), place, ct);
        return placement.IsAnswered ? new TelephoneCall(placement.Call) : null;
    }

    private async Task<TrunkLine?> ReserveAsync(string number, CancellationToken ct)
    {
        string route = lines.RouteOf(number);
        long begun = time.GetTimestamp();
        TrunkLine? line;
        while (!lines.TryReserve(route, out line))
        {
            if (route.Length == 0 || time.GetElapsedTime(begun) > options.WaitForLine || ct.IsCancellationRequested)
            {
                return null;
            }

            // During an alert the dispatcher asks for every line as well; looking often is what it takes to get one.
            await Task.Delay(Look, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return line;
    }
}

using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Tests.Dispatch;

/// <summary>Phones that do as a script says, on a number of lines, under virtual time.</summary>
internal sealed class ScriptedChannel(TimeProvider time, int lines, Func<DeliveryOrder, Phone> script) : IDeliveryChannel
{
    public event Action? CapacityChanged;

    public ChannelKind Kind => ChannelKind.Voice;

    public int InUse { get; private set; }

    public int Peak { get; private set; }

    public int Doubled { get; private set; }

    /// <summary>Every delivery: when it began and ended, and to whom.</summary>
    public List<Rung> Calls { get; } = [];

    /// <summary>False: no line answers a reservation.</summary>
    public bool Up { get; set; } = true;

    public string RouteOf(in RouteRequest request) =>
        request.Point.Address.StartsWith("+1", StringComparison.Ordinal) ? "" : request.AvoidLine == "a" ? "b" : "a";

    public bool TryReserve(string route, [NotNullWhen(true)] out ILineReservation? reservation)
    {
        reservation = null;
        if (!Up || InUse >= lines)
        {
            return false;
        }

        InUse++;
        Peak = Math.Max(Peak, InUse);
        reservation = new Line(this, route);
        return true;
    }

    public ChannelCapacity CapacityOf(string route) => new(lines, double.PositiveInfinity);

    public void Wake() => CapacityChanged?.Invoke();

    public async Task<AttemptResult> DeliverAsync(DeliveryOrder order, ILineReservation line, IAttemptReporter reporter, CancellationToken stop)
    {
        var phone = script(order);
        var call = new Rung(order, line.Line, line.CallerId, time.GetUtcNow());
        Doubled += Calls.Exists(c => c.Order.Point.Number == order.Point.Number && c.Ended is null) ? 1 : 0;
        Calls.Add(call);
        try
        {
            if (phone.Fault is not null)
            {
                throw phone.Fault;
            }

            if (phone.Hangs)
            {
                await new TaskCompletionSource().Task;
            }

            await Pass(phone.Rings, stop);
            if (phone.Talks is { } talks)
            {
                await reporter.AnsweredAsync($"dialog-{order.Attempt}");
                if (phone.Key is { } key)
                {
                    await Pass(phone.PressesAfter, stop);
                    await reporter.KeyPressedAsync('1');
                    call.Confirmed = await reporter.AcknowledgeAsync(key);
                }

                await Pass(talks, stop);
                if (phone.Outcome == AttemptOutcome.Heard)
                {
                    await reporter.HeardAsync();
                }
            }

            if (phone.FreesLineEarly)
            {
                line.Dispose();
                await Pass(TimeSpan.FromSeconds(1), stop);
            }

            return new AttemptResult { Outcome = phone.Outcome, Detail = "scripted", Talked = phone.Talks ?? TimeSpan.Zero, VoicemailLeft = phone.Outcome == AttemptOutcome.Voicemail && order.LeaveVoicemail };
        }
        catch (OperationCanceledException) when (phone.SaysThatItRang)
        {
            return new AttemptResult { Outcome = AttemptOutcome.NoAnswer, Detail = "stopped" };
        }
        finally
        {
            call.Ended = time.GetUtcNow();
        }
    }

    /// <summary>Lets time pass; unlike a delay of the framework it ends on the thread that moves the clock or cancels.</summary>
    private async Task Pass(TimeSpan duration, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (duration > TimeSpan.Zero)
        {
            var over = new TaskCompletionSource();
            await using var timer = time.CreateTimer(_ => over.TrySetResult(), null, duration, Timeout.InfiniteTimeSpan);
            await using var cancelled = stop.Register(() => over.TrySetCanceled(stop));
            await over.Task;
        }
    }

    private sealed class Line(ScriptedChannel channel, string name) : ILineReservation
    {
        private bool _free;

        string ILineReservation.Line => name;

        public string CallerId => "+33162000000";

        public bool IsHeld => !_free;

        public void Dispose()
        {
            if (!_free)
            {
                _free = true;
                channel.InUse--;
                channel.Wake();
            }
        }
    }
}

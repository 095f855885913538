using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Dispatch;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Register;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Alerting.Tests.Dispatch;

/// <summary>The engine as it really runs: its own loop, the thread pool, the system's clock.</summary>
public sealed class ThreadedTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Five_hundred_households_are_confirmed_over_twenty_lines_by_a_loop_of_its_own()
    {
        var template = new Town(_ => Phone.NoAnswer);
        var store = new MemoryStore();
        var channel = new InstantChannel(20);
        await using var service = new AlertService(store, [channel], new DispatcherOptions(), TimeProvider.System, NullLoggerFactory.Instance);
        await service.StartAsync(CancellationToken.None);
        using var listening = new CancellationTokenSource();
        var notices = new List<AlertNotice>();
        var reader = Task.Run(async () =>
        {
            await foreach (var notice in service.Feed.ReadAsync(0, listening.Token))
            {
                notices.Add(notice);
                if (notice is ProgressNotice { Progress.Phase: AlertPhase.Finished })
                {
                    return;
                }
            }
        });

        var launched = await service.LaunchAsync(template.Request([.. Enumerable.Range(0, 500).Select(i => template.Household(i))]), "k", CancellationToken.None);
        var end = await service.WaitUntilFinishedAsync(launched.Alert, CancellationToken.None).WaitAsync(Patience, TimeProvider.System);
        await reader.WaitAsync(Patience, TimeProvider.System);

        Assert.Equal(500, end!.Totals.Confirmed);
        Assert.InRange(end.PeakInFlight, 1, 20);
        Assert.Equal(0, channel.InUse);
        Assert.Equal(end.Totals, store.Replays[launched.Alert].CountTotals());
        Assert.Equal(500, notices.OfType<AttemptNotice>().Count());
        Assert.Equal(Enumerable.Range(1, notices.Count).Select(i => (long)i), notices.Select(n => n.Sequence));
        Assert.Same(end, await service.GetProgressAsync(launched.Alert));
        await service.ShutDownAsync().WaitAsync(Patience, TimeProvider.System);
    }

    [Fact]
    public async Task A_shutdown_cancels_what_rings_and_the_next_process_goes_on()
    {
        var template = new Town(_ => Phone.NoAnswer);
        var store = new MemoryStore();
        var ringing = new InstantChannel(3) { RingsForEver = true };
        var service = new AlertService(store, [ringing], new DispatcherOptions(), TimeProvider.System, NullLoggerFactory.Instance);
        await service.StartAsync(CancellationToken.None);
        var launched = await service.LaunchAsync(template.Request([.. Enumerable.Range(0, 10).Select(i => template.Household(i))]), "k", CancellationToken.None);
        await ringing.AllRinging.Task.WaitAsync(Patience, TimeProvider.System);
        await service.ShutDownAsync().WaitAsync(Patience, TimeProvider.System);
        await service.DisposeAsync();

        Assert.Equal(0, ringing.InUse);
        Assert.Equal(3, store.Replays[launched.Alert].Attempts.Count(a => a.Outcome == AttemptOutcome.Interrupted));
        Assert.Equal(AlertPhase.Running, store.Replays[launched.Alert].Phase);

        await using var next = new AlertService(store.Reopened(), [new InstantChannel(3)], new DispatcherOptions(), TimeProvider.System, NullLoggerFactory.Instance);
        Assert.Equal(1, await next.StartAsync(CancellationToken.None));
        var progress = await next.GetProgressAsync(launched.Alert);
        Assert.Equal(10, progress!.Totals.Recipients);
    }

    private sealed class InstantChannel(int lines) : IDeliveryChannel
    {
        private readonly Lock _gate = new();

        public event Action? CapacityChanged;

        public ChannelKind Kind => ChannelKind.Voice;

        public int InUse { get; private set; }

        public bool RingsForEver { get; init; }

        public TaskCompletionSource AllRinging { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string RouteOf(in RouteRequest request) => "all";

        public bool TryReserve(string route, [NotNullWhen(true)] out ILineReservation? reservation)
        {
            lock (_gate)
            {
                reservation = InUse < lines ? new Line(this) : null;
                InUse += reservation is null ? 0 : 1;
                return reservation is not null;
            }
        }

        public ChannelCapacity CapacityOf(string route) => new(lines, double.PositiveInfinity);

        public async Task<AttemptResult> DeliverAsync(DeliveryOrder order, ILineReservation line, IAttemptReporter reporter, CancellationToken stop)
        {
            if (RingsForEver)
            {
                if (InUse == lines)
                {
                    AllRinging.TrySetResult();
                }

                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
            }

            await reporter.AnsweredAsync("d");
            await reporter.KeyPressedAsync('1');
            Assert.True(await reporter.AcknowledgeAsync(AcknowledgementOption.Safe));
            return new AttemptResult { Outcome = AttemptOutcome.Acknowledged, Detail = "1" };
        }

        private void Free()
        {
            lock (_gate)
            {
                InUse--;
            }

            CapacityChanged?.Invoke();
        }

        private sealed class Line(InstantChannel channel) : ILineReservation
        {
            private int _free;

            string ILineReservation.Line => "line";

            public string CallerId => "+33162000000";

            public bool IsHeld => Volatile.Read(ref _free) == 0;

            public void Dispose()
            {
                if (Interlocked.Exchange(ref _free, 1) == 0)
                {
                    channel.Free();
                }
            }
        }
    }
}

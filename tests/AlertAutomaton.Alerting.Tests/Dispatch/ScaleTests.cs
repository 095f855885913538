using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Dispatch;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Alerting.Tests.Dispatch;

public sealed class ScaleTests(ITestOutputHelper output)
{
    private const int Households = 200_000;

    [Fact]
    public async Task A_big_town_is_dialled_within_two_seconds_and_stays_small_in_memory()
    {
        var town = new Town(_ => Phone.NoAnswer);
        var recipients = new Recipient[Households];
        for (var i = 0; i < Households; i++)
        {
            recipients[i] = Recipient.Freeze(town.Household(i, numbers: 1), town.Time);
        }

        var template = town.Request([town.Household(1)]);
        var order = new AlertOrder
        {
            Alert = new Alert
            {
                Id = AlertId.New(town.Time), Organisation = Town.Organisation, Kind = AlertKind.Real, Title = "Dam", Message = template.Message,
                Policy = template.Policy, LaunchedAt = town.Time.GetUtcNow(), Lifetime = TimeSpan.FromHours(1), LaunchedBy = "test",
            },
            Recipients = recipients,
            IdempotencyKey = "k",
            Fingerprint = "f",
        };
        TimeSpan? first = null;
        var started = TimeProvider.System.GetTimestamp();
        var channel = new ScriptedChannel(town.Time, 60, _ =>
        {
            first ??= TimeProvider.System.GetElapsedTime(started);
            return Phone.NoAnswer;
        });
        var dispatcher = new Dispatcher(new SinkStore(), [channel], new DispatcherOptions(), town.Time, new AlertFeed(), NullLogger.Instance, pumped: true);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        started = TimeProvider.System.GetTimestamp();

        _ = dispatcher.AdoptAsync(order);
        dispatcher.Pump();

        var elapsed = TimeProvider.System.GetElapsedTime(started);
        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / Households;
        output.WriteLine($"{Households} recipients: first call after {first?.TotalMilliseconds:F0} ms, all planned after {elapsed.TotalMilliseconds:F0} ms, {each} bytes each beside the frozen points");
        Assert.Equal(60, channel.Calls.Count);
        Assert.True(first < TimeSpan.FromSeconds(2), $"the first call took {first}");
        Assert.InRange(each, 1, 300);
        await dispatcher.DisposeAsync();
        GC.KeepAlive(order);
    }
}

using System.Net;
using System.Net.Sockets;
using AlertAutomaton.Lab.Exchange;
using AlertAutomaton.Telephony;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.Telephony.Trunks;
using AlertAutomaton.Telephony.Verdicts;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Lab.Tests.Calls;

public sealed class TrunkTroubleTests
{
    private const string Presses1 = "+33639981202";
    private const string Silent = "+33639981203";

    [Fact]
    public async Task A_trunk_where_nobody_listens_costs_nothing_and_the_next_one_takes_the_call()
    {
        await using var lab = await LoopbackTown.StartAsync();
        await using var service = LoopbackTown.Telephone(Line("dead", $"sip:127.0.0.1:{ClosedPort()};transport=udp", 1), Line("good", lab.Town.TrunkUri, 2));
        await service.StartAsync(default);
        TrunkLine line = Reserve(service, null);
        Assert.Equal("dead", line.Trunk);
        CallVerdict verdict = (await PlaceAsync(line)).Verdict!;
        Assert.Equal((CallOutcome.Network, false, true), (verdict.Outcome, verdict.ChargedToRecipient, verdict.NextTrunk));
        TrunkLine next = Reserve(service, "dead");
        Assert.Equal("good", next.Trunk);
        await using Call call = (await PlaceAsync(next)).Call!;
        Assert.NotNull(call);
    }

    [Fact]
    public async Task A_mute_trunk_goes_down_within_seconds_frees_its_calls_and_comes_back_when_it_answers_again()
    {
        var port = ClosedPort();
        using (var mute = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp))
        {
            mute.Bind(new IPEndPoint(IPAddress.Loopback, port));
            await using var second = await LoopbackTown.StartAsync();
            await using var service = LoopbackTown.Telephone(Line("mute", $"sip:127.0.0.1:{port};transport=udp", 1), Line("good", second.Town.TrunkUri, 2));
            await service.StartAsync(default);
            TrunkLine line = Reserve(service, null);
            Assert.Equal("mute", line.Trunk);
            long start = TimeProvider.System.GetTimestamp();
            CallVerdict verdict = (await PlaceAsync(line)).Verdict!;
            Assert.Equal((CallOutcome.Network, true), (verdict.Outcome, verdict.NextTrunk));
            Assert.InRange(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 0, 12);
            TrunkLine next = Reserve(service, null);
            Assert.Equal("good", next.Trunk);
            next.Dispose();
            mute.Close();

            await using var returned = new LabTown(
                new LabTownOptions { Listen = [$"udp:127.0.0.1:{port}"] }, TimeProvider.System, NullLoggerFactory.Instance);
            await returned.StartAsync(default);
            for (int look = 0; look < 300 && Health(service, "mute") != TrunkHealth.Up; look++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }

            Assert.Equal(TrunkHealth.Up, Health(service, "mute"));
            await ExpectNothingInUseAsync(service);
        }
    }

    [Theory]
    [InlineData(486)]
    [InlineData(403)]
    [InlineData(480)]
    public async Task A_hidden_channel_limit_is_learnt_and_its_refusals_are_not_charged_to_people(int status)
    {
        const int Hidden = 5;
        await using var lab = await LoopbackTown.StartAsync(
            town => town with { Channels = Hidden, OverLimitStatus = status }, trunk => trunk with { Channels = 20, CallsPerSecond = 60 });
        int charged = 0;
        var recent = new Queue<bool>();
        var talks = new List<Task>();
        for (int call = 0; call < 150; call++)
        {
            TrunkLine line = await lab.ReserveAsync(Silent);
            talks.Add(TalkAsync(line));
        }

        await Task.WhenAll(talks).WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);
        Assert.Equal(Hidden, lab.Town.Peak);
        Assert.InRange(lab.Service.Trunks[0].Channels, Hidden, Hidden + 1);
        Assert.True(charged <= 3, $"{charged} refusals were charged to people");
        Assert.True(recent.Count(refused => refused) <= 2, $"{recent.Count(refused => refused)} of the last {recent.Count} calls were refused");
        await lab.ExpectNothingLeftAsync();

        async Task TalkAsync(TrunkLine line)
        {
            CallPlacement placement = await line.PlaceAsync(Silent, new PlaceOptions { RingTime = TimeSpan.FromSeconds(5) }, default);
            lock (recent)
            {
                recent.Enqueue(!placement.IsAnswered);
                if (recent.Count > 60)
                {
                    recent.Dequeue();
                }

                charged += placement.Verdict is { ChargedToRecipient: true } ? 1 : 0;
            }

            if (placement.Call is { } call)
            {
                await call.WaitAsync(CallMoments.None, TimeSpan.FromMilliseconds(150), default);
                await call.HangUpAsync();
            }
        }
    }

    [Fact]
    public async Task The_configured_pace_is_never_exceeded_on_the_wire()
    {
        await using var lab = await LoopbackTown.StartAsync(town => town with { CallsPerSecond = 20 }, trunk => trunk with { CallsPerSecond = 20 });
        var talks = new List<Task>();
        long start = TimeProvider.System.GetTimestamp();
        for (int call = 0; call < 60; call++)
        {
            TrunkLine line = await lab.ReserveAsync(Silent);
            talks.Add(HangUpAsync(line.PlaceAsync(Silent, new PlaceOptions(), default)));
        }

        await Task.WhenAll(talks);
        Assert.Equal(0, lab.Town.OverLimit);
        Assert.InRange(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 1.9, 8);
    }

    [Fact]
    public async Task A_hundred_calls_at_once_are_answered_understood_and_leave_nothing_behind()
    {
        const int Calls = 100;
        await using var lab = await LoopbackTown.StartAsync(town => town with { Times = LoopbackTown.Quick with { Key = TimeSpan.FromSeconds(2) } });
        var talks = new List<Task<char?>>();
        for (int call = 0; call < Calls; call++)
        {
            TrunkLine line = await lab.ReserveAsync(Presses1);
            talks.Add(KeyOfAsync(line.PlaceAsync(Presses1, new PlaceOptions { RingTime = TimeSpan.FromSeconds(20) }, default)));
        }

        char?[] keys = await Task.WhenAll(talks).WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);
        Assert.All(keys, key => Assert.Equal('1', key));
        Assert.InRange(lab.Town.Peak, 60, Calls);
        await lab.ExpectNothingLeftAsync();
    }

    [Fact]
    public async Task A_trunk_that_wants_a_registration_is_used_once_it_has_one()
    {
        using var registrar = new ScriptedPeer();
        await using var service = LoopbackTown.Telephone(
            Line("account", registrar.Uri, 1) with { Register = true, Username = "commune", Password = "secret" });
        Assert.False(service.Lines.TryReserve(service.Lines.RouteOf(Presses1), out _));
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        service.Lines.CapacityChanged += () =>
        {
            if (Health(service, "account") is TrunkHealth.Up or TrunkHealth.Unknown)
            {
                told.TrySetResult();
            }
        };
        await service.StartAsync(default);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
        Reserve(service, null).Dispose();
        Assert.Null((await service.CheckAsync(TimeSpan.FromSeconds(3), default))["account"]);
        Assert.InRange(registrar.Registrations, 1, 2);
    }

    [Fact]
    public async Task A_refused_registration_keeps_the_trunk_out_and_says_why()
    {
        using var registrar = new ScriptedPeer { Status = 403 };
        await using var service = LoopbackTown.Telephone(
            Line("account", registrar.Uri, 1) with { Register = true, Username = "commune", Password = "wrong" });
        await service.StartAsync(default);
        for (int look = 0; look < 200 && (registrar.Registrations == 0 || service.Trunks[0].Trouble is null); look++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        Assert.Equal(TrunkHealth.Unregistered, service.Trunks[0].Health);
        Assert.False(service.Lines.TryReserve(service.Lines.RouteOf(Presses1), out _));
        Assert.Contains("403", (await service.CheckAsync(TimeSpan.FromSeconds(3), default))["account"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_any_sound_is_hung_up_and_not_charged()
    {
        using var peer = new ScriptedPeer();
        await using var service = LoopbackTown.Telephone(Line("deaf", peer.Uri, 1));
        await service.StartAsync(default);
        CallVerdict verdict = (await PlaceAsync(Reserve(service, null))).Verdict!;
        Assert.Equal((CallOutcome.Network, false), (verdict.Outcome, verdict.ChargedToRecipient));
        Assert.Contains("sound", verdict.Detail, StringComparison.Ordinal);
        Assert.Contains("BYE", peer.Requests);
        await ExpectNothingInUseAsync(service);
        Assert.Equal(0, service.SoundsInUse);
    }

    [Fact]
    public async Task A_check_tells_which_trunks_answer()
    {
        await using var lab = await LoopbackTown.StartAsync();
        await using var service = LoopbackTown.Telephone(Line("dead", $"sip:127.0.0.1:{ClosedPort()};transport=udp", 1), Line("good", lab.Town.TrunkUri, 2));
        await service.StartAsync(default);
        var check = await service.CheckAsync(TimeSpan.FromSeconds(2), default);
        Assert.Null(check["good"]);
        Assert.NotNull(check["dead"]);
    }

    private static async Task<char?> KeyOfAsync(Task<CallPlacement> placing)
    {
        CallPlacement placement = await placing;
        Assert.True(placement.IsAnswered, placement.Verdict?.Detail);
        KeyPress? key = await placement.Call.WaitForKeyAsync(TimeSpan.FromSeconds(20), default);
        await placement.Call.HangUpAsync();
        return key?.Key;
    }

    private static async Task HangUpAsync(Task<CallPlacement> placing)
    {
        if ((await placing).Call is { } call)
        {
            await call.HangUpAsync();
        }
    }

    private static TrunkLine Reserve(TelephonyService service, string? avoid)
    {
        Assert.True(service.Lines.TryReserve(service.Lines.RouteOf(Presses1, null, avoid), out TrunkLine? line));
        return line;
    }

    private static Task<CallPlacement> PlaceAsync(TrunkLine line) =>
        line.PlaceAsync(Presses1, new PlaceOptions(), default).WaitAsync(TimeSpan.FromSeconds(45), TimeProvider.System);

    private static TrunkHealth Health(TelephonyService service, string trunk) => service.Trunks.Single(snapshot => snapshot.Name == trunk).Health;

    private static async Task ExpectNothingInUseAsync(TelephonyService service)
    {
        for (int look = 0; look < 100 && service.Lines.InUse > 0; look++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        Assert.Equal(0, service.Lines.InUse);
    }

    private static TrunkOptions Line(string name, string uri, int priority) =>
        new() { Name = name, Uri = uri, Priority = priority, CallerId = "+33162000000", CallsPerSecond = 50 };

    private static int ClosedPort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}

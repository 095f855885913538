using AlertAutomaton.Lab.Assertions;
using AlertAutomaton.Lab.Phones;
using AlertAutomaton.Lab.Witness;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.Telephony.Inbound;
using AlertAutomaton.Telephony.Trunks;
using AlertAutomaton.Telephony.Verdicts;

namespace AlertAutomaton.Lab.Tests.Calls;

public sealed class CallControlTests
{
    private const string Somebody = "+33639984242";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private static readonly PreparedPrompt Low = PreparedPrompt.FromPcm("low", ToneGenerator.Sine(500, TimeSpan.FromSeconds(1)));
    private static readonly PreparedPrompt High = PreparedPrompt.FromPcm("high", ToneGenerator.Sine(900, TimeSpan.FromSeconds(1)));

    [Fact]
    public async Task A_phone_in_the_hands_of_a_test_hears_what_is_said_presses_and_is_not_called_again()
    {
        await using var lab = await LoopbackTown.StartAsync();
        LabPhone phone = lab.Town.Claim(Somebody);
        Task<Call> answering = lab.AnsweredAsync(Somebody);
        LabCall there = await phone.ExpectCallAsync(Soon);
        Assert.Equal("+33162000000", there.Caller);
        there.Ring();
        await there.AnswerAsync();
        await using Call here = await answering;
        Task<CallTurn> saying = here.PlayAsync([Low, High], CallMoments.Key, default);
        await there.ExpectToneAsync(500, Soon);
        await there.PressAsync('1');
        Assert.Equal('1', (await saying).Key?.Key);
        Assert.True(await here.SayAsync([High], default));
        await there.ExpectPromptAsync(High, Soon);
        await here.HangUpAsync();
        await there.ExpectHungUpAsync(Soon);
        await phone.ExpectNothingMoreAsync(TimeSpan.FromMilliseconds(300));
        await lab.ExpectNothingLeftAsync();
    }

    [Fact]
    public async Task The_assertions_fail_when_what_is_expected_does_not_happen()
    {
        await using var lab = await LoopbackTown.StartAsync();
        LabPhone phone = lab.Town.Claim(Somebody);
        await Assert.ThrowsAsync<LabAssertionException>(() => phone.ExpectCallAsync(TimeSpan.FromMilliseconds(100)));
        Task<Call> answering = lab.AnsweredAsync(Somebody);
        LabCall there = await phone.ExpectCallAsync(Soon);
        await there.AnswerAsync();
        await using Call here = await answering;
        await here.SayAsync([Low], default);
        await Assert.ThrowsAsync<LabAssertionException>(() => there.ExpectToneAsync(900, TimeSpan.FromMilliseconds(300)));
        await Assert.ThrowsAsync<LabAssertionException>(() => there.ExpectHungUpAsync(TimeSpan.FromMilliseconds(100)));
        Assert.False(there.HasHeard(High));
        Task<CallPlacement> unexpected = lab.PlaceAsync(Somebody, new PlaceOptions { RingTime = TimeSpan.FromSeconds(1) });
        await Assert.ThrowsAsync<LabAssertionException>(() => phone.ExpectNothingMoreAsync(Soon));
        await unexpected;
    }

    [Fact]
    public async Task A_withdrawn_call_stops_ringing_at_once_and_costs_nobody_anything()
    {
        await using var lab = await LoopbackTown.StartAsync();
        LabPhone phone = lab.Town.Claim(Somebody);
        using var stop = new CancellationTokenSource();
        Task<CallPlacement> placing = lab.PlaceAsync(Somebody, null, stop.Token);
        LabCall there = await phone.ExpectCallAsync(Soon);
        there.Ring();
        await stop.CancelAsync();
        CallPlacement placement = await placing;
        Assert.Equal((CallOutcome.Withdrawn, false), (placement.Verdict?.Outcome, placement.Verdict?.ChargedToRecipient));
        await there.Ended.WaitAsync(Soon, TimeProvider.System);
        await lab.ExpectNothingLeftAsync();
    }

    [Fact]
    public async Task No_call_lasts_longer_than_it_may()
    {
        await using var lab = await LoopbackTown.StartAsync();
        await using Call call = await lab.AnsweredAsync("+33639981203", new PlaceOptions { RingTime = Soon, LongestTalk = TimeSpan.FromSeconds(1) });
        CallEnding ending = await call.Ending.WaitAsync(Soon, TimeProvider.System);
        Assert.Equal(CallEndCause.LocalHangUp, ending.Cause);
        Assert.Equal("longest talk reached", ending.Detail);
        Assert.InRange(ending.Talked.TotalSeconds, 0.9, 3);
    }

    [Fact]
    public async Task Early_media_is_not_an_answer()
    {
        await using var lab = await LoopbackTown.StartAsync();
        LabPhone phone = lab.Town.Claim(Somebody);
        Task<CallPlacement> placing = lab.PlaceAsync(Somebody, new PlaceOptions { RingTime = TimeSpan.FromSeconds(1.5) });
        LabCall there = await phone.ExpectCallAsync(Soon);
        there.RingWithSound();
        CallPlacement placement = await placing;
        Assert.Equal(CallOutcome.NoAnswer, placement.Verdict?.Outcome);
    }

    [Fact]
    public async Task What_the_far_end_says_is_recorded()
    {
        await using var lab = await LoopbackTown.StartAsync();
        LabPhone phone = lab.Town.Claim(Somebody);
        Task<Call> answering = lab.AnsweredAsync(Somebody);
        LabCall there = await phone.ExpectCallAsync(Soon);
        await there.AnswerAsync();
        await using Call here = await answering;
        here.StartRecording(new());
        await there.SayAsync(LabVoice.Beep);
        await here.WaitAsync(CallMoments.None, TimeSpan.FromMilliseconds(200), default);
        Assert.True(ToneDetector.Hears(here.StopRecording()!.Samples, 1000));
    }

    [Fact]
    public async Task The_witness_writes_down_who_heard_the_confirmation()
    {
        using var witness = WitnessLog.InMemory();
        await using var lab = await LoopbackTown.StartAsync(town => town with { Witness = witness, Recognised = [High] });
        foreach (bool confirmed in new[] { true, false })
        {
            await using Call call = await lab.AnsweredAsync("+33639981202");
            Assert.NotNull(await call.WaitForKeyAsync(Soon, default));
            await call.SayAsync([confirmed ? High : Low], default);
            await call.HangUpAsync();
            await lab.ExpectNothingLeftAsync();
        }

        WitnessEntry heard = Assert.Single(witness.Entries, entry => entry.What == "heard");
        Assert.Equal(("+33639981202", "1"), (heard.Callee, heard.Keys));
        Assert.Equal(["high"], heard.Heard);
        Assert.Equal(2, witness.Entries.Count(entry => entry.What == "invite"));
        Assert.Equal(2, witness.Entries.Count(entry => entry is { What: "ended", EndedBy: "caller" }));
    }

    [Fact]
    public async Task A_call_left_standing_is_hung_up_by_what_was_kept_of_it()
    {
        await using var lab = await LoopbackTown.StartAsync();
        LabPhone phone = lab.Town.Claim(Somebody);
        Task<Call> answering = lab.AnsweredAsync(Somebody);
        LabCall there = await phone.ExpectCallAsync(Soon);
        await there.AnswerAsync();
        await using Call here = await answering;
        await using var successor = LoopbackTown.Telephone(Trunk(lab));
        await successor.StartAsync(default);
        Assert.Equal(1, await successor.HangUpStandingAsync([here.DialogIdentityJson, string.Empty, "{broken"], default));
        await there.ExpectHungUpAsync(Soon);
    }

    [Fact]
    public async Task A_call_that_comes_in_is_refused_where_nobody_listens_and_answered_where_somebody_does()
    {
        await using var lab = await LoopbackTown.StartAsync();
        await using var caller = LoopbackTown.Telephone(new TrunkOptions { Name = "us", Uri = $"sip:{lab.Service.BoundEndPoints[0].EndPoint};transport=udp", CallerId = "+33639980001", CallsPerSecond = 100 });
        await caller.StartAsync(default);
        Assert.Equal(480, (await CallAsync(caller, "+33162000001")).Verdict?.StatusCode);
        var listener = new KeyReader("+33162000001");
        lab.Service.Inbound = listener;
        Assert.Equal(480, (await CallAsync(caller, "+33162000002")).Verdict?.StatusCode);
        CallPlacement placement = await CallAsync(caller, "+33162000001");
        Assert.True(placement.IsAnswered, placement.Verdict?.Detail);
        placement.Call.SendKey('7', TimeSpan.FromMilliseconds(100));
        Assert.Equal('7', await listener.Key.Task.WaitAsync(Soon, TimeProvider.System));
        Assert.Equal(("lab", "+33162000001", "+33639980001"), (listener.Info!.Trunk, listener.Info.CalledNumber, listener.Info.CallerNumber));
        Assert.Equal(CallEndCause.RemoteHangUp, (await placement.Call.Ending.WaitAsync(Soon, TimeProvider.System)).Cause);
        await lab.ExpectNothingLeftAsync();
    }

    [Fact]
    public async Task Closing_the_service_hangs_up_what_is_still_on_the_line()
    {
        var lab = await LoopbackTown.StartAsync();
        LabPhone phone = lab.Town.Claim(Somebody);
        Task<Call> answering = lab.AnsweredAsync(Somebody);
        LabCall there = await phone.ExpectCallAsync(Soon);
        await there.AnswerAsync();
        Call here = await answering;
        await lab.Service.DisposeAsync();
        await there.ExpectHungUpAsync(Soon);
        Assert.Equal("the service is closing", (await here.Ending).Detail);
        await lab.DisposeAsync();
    }

    private static TrunkOptions Trunk(LoopbackTown lab) => new() { Name = "lab", Uri = lab.Town.TrunkUri, CallerId = "+33162000000" };

    private static async Task<CallPlacement> CallAsync(Telephony.TelephonyService service, string number)
    {
        Assert.True(service.Lines.TryReserve(service.Lines.RouteOf(number), out TrunkLine? line));
        CallPlacement placement = await line.PlaceAsync(number, new PlaceOptions(), default).WaitAsync(Soon, TimeProvider.System);
        await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        return placement;
    }

    private sealed class KeyReader(string number) : IInboundCallListener
    {
        public TaskCompletionSource<char> Key { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public InboundCallInfo? Info { get; private set; }

        public bool Accepts(InboundCallInfo info) => info.CalledNumber == number;

        public async Task AnswerAsync(Call call, InboundCallInfo info, CancellationToken stop)
        {
            Info = info;
            KeyPress? press = await call.WaitForKeyAsync(Soon, stop);
            Key.TrySetResult(press?.Key ?? '?');
        }
    }
}

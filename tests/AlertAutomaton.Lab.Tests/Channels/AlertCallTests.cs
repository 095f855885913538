using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Lab.Assertions;
using AlertAutomaton.Lab.Phones;
using AlertAutomaton.Lab.Tests.Calls;
using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.Lab.Tests.Channels;

public sealed class AlertCallTests
{
    private const string Somebody = "+33639984242";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);

    private static readonly Dictionary<PhoneRule, AttemptOutcome> Deserved = new()
    {
        [PhoneRule.Busy] = AttemptOutcome.Busy,
        [PhoneRule.NeverAnswers] = AttemptOutcome.NoAnswer,
        [PhoneRule.Presses1] = AttemptOutcome.Acknowledged,
        [PhoneRule.Silent] = AttemptOutcome.Heard,
        [PhoneRule.Voicemail] = AttemptOutcome.Voicemail,
        [PhoneRule.Unavailable503Once] = AttemptOutcome.Network,
        [PhoneRule.NotFound] = AttemptOutcome.InvalidNumber,
        [PhoneRule.HangsUp] = AttemptOutcome.CutShort,
        [PhoneRule.EarlyMediaThen1] = AttemptOutcome.Acknowledged,
        [PhoneRule.Presses9Then1] = AttemptOutcome.Acknowledged,
        [PhoneRule.Presses2] = AttemptOutcome.Acknowledged,
        [PhoneRule.Presses1ByInfo] = AttemptOutcome.Acknowledged,
        [PhoneRule.Presses1InBand] = AttemptOutcome.Acknowledged,
        [PhoneRule.FaxTone] = AttemptOutcome.Fax,
        [PhoneRule.Presses9] = AttemptOutcome.WrongNumber,
        [PhoneRule.Declines] = AttemptOutcome.Refused,
        [PhoneRule.Unavailable503] = AttemptOutcome.Network,
        [PhoneRule.SwitchedOff] = AttemptOutcome.NoAnswer,
        [PhoneRule.BusyOnce] = AttemptOutcome.Busy,
        [PhoneRule.AnswersSecondCall] = AttemptOutcome.NoAnswer,
        [PhoneRule.HangsUpAtOnce] = AttemptOutcome.CutShort,
        [PhoneRule.Presses5Then1] = AttemptOutcome.Acknowledged,
        [PhoneRule.Presses0Then1] = AttemptOutcome.Acknowledged,
        [PhoneRule.Presses1AtOnce] = AttemptOutcome.Acknowledged,
        [PhoneRule.FaxOffer] = AttemptOutcome.Fax,
        [PhoneRule.KeyStormThen1] = AttemptOutcome.CutShort,
        [PhoneRule.HoldThen1] = AttemptOutcome.Acknowledged,
        [PhoneRule.SlowAnswerThen1] = AttemptOutcome.Acknowledged,
        [PhoneRule.VoicemailWithoutBeep] = AttemptOutcome.Voicemail,
        [PhoneRule.RetryAfterOnce] = AttemptOutcome.Network,
    };

    [Fact]
    public async Task Every_kind_of_phone_gets_the_outcome_that_it_deserves()
    {
        Assert.Equal([.. Enum.GetValues<PhoneRule>()], Deserved.Keys.Order());
        await using var lab = await LoopbackTown.StartAsync(town => town with { Times = LoopbackTown.Quick with { LongestCall = TimeSpan.FromSeconds(80) } });
        var calls = new AlertCalls(lab);
        // The refusals have the trunk to themselves: in one crowd with calls that ring, a trunk may rightly think that its channels are all taken.
        (PhoneRule Rule, AttemptResult Result)[] results =
        [
            .. await DeliverToAllAsync(calls, Deserved.Keys.Where(RefusesUnheard)), .. await DeliverToAllAsync(calls, Deserved.Keys.Where(rule => !RefusesUnheard(rule))),
        ];
        string[] wrong =
        [
            .. results.Where(result => result.Result.Outcome != Deserved[result.Rule]).Select(result => $"{result.Rule}: {result.Result.Outcome}, {result.Result.Detail}"),
        ];
        Assert.Empty(wrong);
        Assert.True(results.Single(result => result.Rule == PhoneRule.Voicemail).Result.VoicemailLeft);
        Assert.Equal(TimeSpan.FromSeconds(1), results.Single(result => result.Rule == PhoneRule.RetryAfterOnce).Result.RetryAfter);
        await lab.ExpectNothingLeftAsync();
    }

    private static bool RefusesUnheard(PhoneRule rule) =>
        rule == PhoneRule.SwitchedOff || Deserved[rule] is AttemptOutcome.Busy or AttemptOutcome.Network or AttemptOutcome.InvalidNumber or AttemptOutcome.Refused;

    private static Task<(PhoneRule Rule, AttemptResult Result)[]> DeliverToAllAsync(AlertCalls calls, IEnumerable<PhoneRule> rules) =>
        Task.WhenAll(rules.Select(async rule => (rule, await calls.DeliverAsync($"+336399812{(int)rule:D2}", GatedReporter.Quick()))));

    [Fact]
    public async Task The_acknowledgement_is_read_back_only_when_it_is_on_disk()
    {
        await using var lab = await LoopbackTown.StartAsync();
        var calls = new AlertCalls(lab);
        var reporter = new GatedReporter();
        LabPhone phone = lab.Town.Claim(Somebody);
        Task<AttemptResult> delivery = calls.DeliverAsync(Somebody, reporter);
        LabCall call = await phone.ExpectCallAsync(Soon);
        await call.AnswerAsync();
        await call.ExpectPromptAsync(calls.Catalogue.Get("fr", PromptNames.ExerciseOpening), Soon);
        await call.PressAsync('1');
        Assert.Equal(AcknowledgementOption.Safe, await reporter.Asked.Task.WaitAsync(Soon, TimeProvider.System));
        var noted = calls.Catalogue.Get("fr", PromptNames.AcknowledgedSafe);
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        Assert.False(call.HasHeard(noted));
        reporter.OnDisk.SetResult(true);
        await call.ExpectPromptAsync(noted, Soon);
        await call.ExpectHungUpAsync(Soon);
        Assert.Equal(AttemptOutcome.Acknowledged, (await delivery).Outcome);
        await phone.ExpectNothingMoreAsync(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public async Task A_call_that_is_stopped_before_it_leaves_was_not_sent()
    {
        await using var lab = await LoopbackTown.StartAsync();
        var calls = new AlertCalls(lab);
        LabPhone phone = lab.Town.Claim(Somebody);
        Assert.Equal(AttemptOutcome.NotSent, (await calls.DeliverAsync(Somebody, new GatedReporter(), new CancellationToken(canceled: true))).Outcome);
        await phone.ExpectNothingMoreAsync(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public async Task A_store_that_fails_is_confessed_and_nothing_is_confirmed()
    {
        await using var lab = await LoopbackTown.StartAsync();
        var calls = new AlertCalls(lab);
        var reporter = new GatedReporter();
        reporter.OnDisk.SetResult(false);
        LabPhone phone = lab.Town.Claim(Somebody);
        Task<AttemptResult> delivery = calls.DeliverAsync(Somebody, reporter);
        LabCall call = await phone.ExpectCallAsync(Soon);
        await call.AnswerAsync();
        await call.PressAsync('1');
        await call.ExpectPromptAsync(calls.Catalogue.Get("fr", PromptNames.RecordingFailed), Soon);
        await call.ExpectHungUpAsync(Soon);
        Assert.False(call.HasHeard(calls.Catalogue.Get("fr", PromptNames.AcknowledgedSafe)));
        Assert.NotEqual(AttemptOutcome.Acknowledged, (await delivery).Outcome);
    }

    [Fact]
    public async Task A_resident_hears_a_voice_within_a_second_and_the_exercise_named_first()
    {
        await using var lab = await LoopbackTown.StartAsync();
        var calls = new AlertCalls(lab);
        LabPhone phone = lab.Town.Claim(Somebody);
        Task<AttemptResult> delivery = calls.DeliverAsync(Somebody, GatedReporter.Quick());
        LabCall call = await phone.ExpectCallAsync(Soon);
        await call.AnswerAsync();
        await call.ExpectPromptAsync(calls.Catalogue.Get("fr", PromptNames.ExerciseOpening), Soon);
        int first = Array.FindIndex(call.Heard(), sample => Math.Abs((int)sample) > 500);
        Assert.InRange(first, 0, 8000);
        call.HangUp();
        Assert.Equal(AttemptOutcome.CutShort, (await delivery).Outcome);
    }

    [Fact]
    public async Task Stopping_an_alert_cancels_what_rings_and_that_was_a_call()
    {
        await using var lab = await LoopbackTown.StartAsync();
        var calls = new AlertCalls(lab);
        LabPhone phone = lab.Town.Claim(Somebody);
        using var stop = new CancellationTokenSource();
        Task<AttemptResult> delivery = calls.DeliverAsync(Somebody, GatedReporter.Quick(), stop.Token);
        LabCall call = await phone.ExpectCallAsync(Soon);
        call.Ring();
        await stop.CancelAsync();
        Assert.Equal(AttemptOutcome.NoAnswer, (await delivery).Outcome);
        await call.ExpectHungUpAsync(Soon);
    }
}

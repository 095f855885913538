using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Channels.Voice;
using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Channels.Tests.Voice;

public sealed class AlertCallScriptTests
{
    private readonly List<string> _story = [];
    private readonly ScriptedCall _call;
    private readonly RecordingReporter _reporter;
    private readonly ManualTimeProvider _clock = new();

    public AlertCallScriptTests()
    {
        _call = new ScriptedCall(_story);
        _reporter = new RecordingReporter(_story);
    }

    [Fact]
    public async Task The_acknowledgement_is_on_disk_before_it_is_confirmed_aloud()
    {
        _call.Presses('1');
        AlertCallNotes notes = await RunAsync();
        Assert.Equal(["first", "key 1", "on disk: Safe", "safe"], _story);
        Assert.Equal('1', notes.Key);
        Assert.True(_call.HungUp);
    }

    [Fact]
    public async Task What_could_not_be_written_is_not_confirmed()
    {
        _reporter.StoreWorks = false;
        _call.Presses('1');
        AlertCallNotes notes = await RunAsync();
        Assert.Equal(["first", "key 1", "disk failed", "failed"], _story);
        Assert.Null(notes.Key);
    }

    [Fact]
    public async Task Help_may_still_be_asked_for_after_safe()
    {
        _call.Presses('1').Presses('2');
        AlertCallNotes notes = await RunAsync();
        Assert.Equal(["first", "key 1", "on disk: Safe", "safe", "key 2", "on disk: NeedsHelp", "help"], _story);
        Assert.Equal('2', notes.Key);
    }

    [Fact]
    public async Task A_key_pressed_twice_does_not_cut_the_confirmation_short()
    {
        _call.Presses('1').Presses('1');
        await RunAsync();
        Assert.Equal(["first", "key 1", "on disk: Safe", "safe", "safe"], _story);
    }

    [Fact]
    public async Task A_wrong_number_may_be_taken_back_by_confirming()
    {
        _call.Presses('9').Presses('1');
        AlertCallNotes notes = await RunAsync();
        Assert.Equal(["first", "key 9", "wrong", "key 1", "on disk: Safe", "safe"], _story);
        Assert.False(notes.WrongNumber);
        Assert.Equal('1', notes.Key);
    }

    [Fact]
    public async Task A_wrong_number_is_noted_and_the_call_ends()
    {
        _call.Presses('9');
        AlertCallNotes notes = await RunAsync();
        Assert.Equal(["first", "key 9", "wrong"], _story);
        Assert.True(notes.WrongNumber);
    }

    [Fact]
    public async Task Somebody_who_says_nothing_hears_every_round_and_counts_as_heard_once()
    {
        AlertCallNotes notes = await RunAsync();
        Assert.Equal(["first", "heard", "next", "next", "goodbye"], _story);
        Assert.True(notes.PlayedToEnd);
        Assert.Null(notes.Key);
    }

    [Fact]
    public async Task Zero_says_it_again_without_losing_a_round()
    {
        _call.Presses('0');
        await RunAsync();
        Assert.Equal(["first", "key 0", "first", "heard", "next", "next", "goodbye"], _story);
    }

    [Fact]
    public async Task A_key_without_meaning_is_said_to_be_one_and_the_message_goes_on()
    {
        _call.Presses('5').StaysSilent().Presses('1');
        AlertCallNotes notes = await RunAsync();
        Assert.Equal(["first", "key 5", "not understood", "first", "key 1", "on disk: Safe", "safe"], _story);
        Assert.Equal('1', notes.Key);
    }

    [Fact]
    public async Task A_storm_of_keys_ends_the_call()
    {
        for (int press = 0; press < 100; press++)
        {
            _call.Presses('0');
        }

        await RunAsync();
        Assert.True(_call.HungUp);
        Assert.InRange(_story.Count(word => word == "first"), 1, 10);
    }

    [Fact]
    public async Task After_a_machines_beep_the_voicemail_text_is_said_once()
    {
        _call.Hint = MachineHint.Machine;
        _call.Then(CallMoments.Beep);
        AlertCallNotes notes = await RunAsync();
        Assert.Equal(["first", "silence", "voicemail"], _story);
        Assert.True(notes.Machine);
        Assert.True(notes.VoicemailLeft);
    }

    [Fact]
    public async Task A_person_who_picks_up_over_the_machine_may_still_confirm()
    {
        _call.Hint = MachineHint.Machine;
        _call.Then(CallMoments.Beep).Presses('1');
        AlertCallNotes notes = await RunAsync();
        Assert.Equal('1', notes.Key);
        Assert.False(notes.Machine);
    }

    [Fact]
    public async Task An_early_beep_without_a_machines_greeting_does_not_end_the_message()
    {
        _call.Then(CallMoments.Beep).Presses('1');
        AlertCallNotes notes = await RunAsync();
        Assert.Equal(["first", "first", "key 1", "on disk: Safe", "safe"], _story);
        Assert.False(notes.Machine);
    }

    [Fact]
    public async Task Who_hangs_up_in_the_message_has_not_heard_it()
    {
        _call.Then(CallMoments.Ended);
        AlertCallNotes notes = await RunAsync();
        Assert.Equal(["first"], _story);
        Assert.False(notes.PlayedToEnd);
    }

    [Fact]
    public async Task A_fax_is_hung_up_on()
    {
        _call.Then(CallMoments.Fax);
        await RunAsync();
        Assert.Equal(["first"], _story);
        Assert.True(_call.HungUp);
    }

    [Fact]
    public async Task A_stopped_alert_hangs_up_at_once()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await RunAsync(stop.Token);
        Assert.Equal("stopped", _call.HungUpBecause);
    }

    private Task<AlertCallNotes> RunAsync(CancellationToken stop = default)
    {
        var prompts = new AlertPrompts
        {
            FirstRound = Said("first"),
            NextRound = Said("next"),
            Voicemail = Said("voicemail"),
            One = new SpokenAnswer('1', AcknowledgementOption.Safe, Said("safe")),
            Two = new SpokenAnswer('2', AcknowledgementOption.NeedsHelp, Said("help")),
            WrongNumber = Said("wrong"),
            NotUnderstood = Said("not understood"),
            RecordingFailed = Said("failed"),
            Goodbye = Said("goodbye"),
        };
        return new AlertCallScript(_call, prompts, _reporter, new VoiceChannelOptions(), leaveVoicemail: true, _clock).RunAsync(stop);
    }

    private static PreparedPrompt[] Said(string name) => [PreparedPrompt.FromPcm(name, new short[160])];
}

using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.UserAgents;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Sip.Tests.UserAgents;

/// <summary>An answer whose ACK waits until the application has kept it.</summary>
public sealed class HeldAnswerTests
{
    private const string Answer = "v=0\r\ns=answer\r\n";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly RecordingLogger _log = new();
    private readonly SimulatedTown _town;
    private readonly RecordingHandler _handler = new();
    private readonly TaskCompletionSource _kept = new();
    private readonly List<SipDialogIdentity> _toKeep = [];
    private ISipCall? _call;

    public HeldAnswerTests() => _town = new SimulatedTown(loggers: new OneLogger(_log));

    [Fact]
    public async Task The_ack_leaves_only_when_the_answer_is_kept()
    {
        SipRequest invite = Call();
        _town.Reply(invite, 200, sdp: Answer);
        _town.Pass(0.1);
        _town.Reply(invite, 200, sdp: Answer);
        _town.Pass(0.1);
        Assert.Empty(_town.Requests(SipMethod.Ack));
        Assert.False(_handler.HasAnswered);
        Assert.Null(_call!.DialogIdentity);

        await KeepAsync();
        SipRequest ack = Assert.Single(_town.Requests(SipMethod.Ack));
        Assert.Equal(invite.CSeq!.Value.Number, ack.CSeq!.Value.Number);
        Assert.Equal(Answer, await _handler.Answered);
        Assert.Equal(SipCallState.Answered, _call.State);
        Assert.Equal(_call.DialogIdentity!.RemoteTag, Assert.Single(_toKeep).RemoteTag);
        Assert.DoesNotContain(_log.Lines, line => line.Contains("known to be kept", StringComparison.Ordinal));
        _town.Reply(invite, 200, sdp: Answer);
        _town.Pass(60);
        Assert.Equal(2, _town.Requests(SipMethod.Ack).Count());
        Assert.Equal(0, _handler.Ends);
    }

    [Fact]
    public void An_answer_kept_at_once_is_acknowledged_at_once()
    {
        _kept.SetResult();
        _town.Reply(Call(), 200, sdp: Answer);
        _town.Pass(0.1);
        Assert.Single(_town.Requests(SipMethod.Ack));
        Assert.True(_handler.HasAnswered);
    }

    [Fact]
    public async Task A_slow_store_holds_the_ack_for_one_second_at_most_and_is_told_of()
    {
        _town.Reply(Call(), 200, sdp: Answer);
        _town.Pass(0.95);
        Assert.Empty(_town.Requests(SipMethod.Ack));
        _town.Pass(0.15);
        Assert.Single(_town.Requests(SipMethod.Ack));
        Assert.True(_handler.HasAnswered);
        Assert.Contains(_log.Lines, line => line.Contains("was not known to be kept on disk", StringComparison.Ordinal));

        await KeepAsync();
        _town.Pass(10);
        Assert.Single(_town.Requests(SipMethod.Ack));
        Assert.Single(Answers());
    }

    [Fact]
    public void A_store_that_fails_does_not_leave_whoever_picked_up_without_a_word()
    {
        _kept.SetException(new IOException("disk full"));
        _town.Reply(Call(), 200, sdp: Answer);
        _town.Pass(0.1);
        Assert.Single(_town.Requests(SipMethod.Ack));
        Assert.True(_handler.HasAnswered);
        Assert.Contains(_log.Lines, line => line.EndsWith("disk full", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_given_up_while_its_answer_is_being_kept_is_acknowledged_and_hung_up()
    {
        _town.Reply(Call(), 200, sdp: Answer);
        _town.Pass(0.1);
        _call!.Cancel();
        _town.Pass(0.1);
        Assert.Empty(_town.Requests(SipMethod.Cancel));
        Assert.Single(_town.Requests(SipMethod.Ack));
        _town.Reply(_town.Requests(SipMethod.Bye).Single(), 200);
        _town.Pass(0.1);
        Assert.Equal(SipCallEndKind.Cancelled, _handler.End.Kind);
        await KeepAsync(answers: false);
        _town.Pass(60);
        Assert.False(_handler.HasAnswered);
        Assert.Equal(1, _handler.Ends);
        Assert.Equal(new SipUserAgentSnapshot(0, 0, 0, 0, 0), _town.Caller.Snapshot);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_far_end_that_hangs_up_before_its_ack_was_answered_and_has_ended(bool rang)
    {
        SipRequest invite = Call();
        if (rang)
        {
            _town.Reply(invite, 180);
            _town.Pass(0.1);
        }

        _town.Reply(invite, 200, sdp: Answer);
        _town.Pass(0.1);
        _town.Say(_town.InDialog(invite, SipMethod.Bye, 1));
        _town.Pass(0.1);
        Assert.Single(_town.Requests(SipMethod.Ack));
        Assert.Contains(_town.Received.OfType<SipResponse>(), response => response is { StatusCode: 200, CSeq.Method.Name: "BYE" });
        await KeepAsync(answers: false);
        Assert.True(_handler.HasAnswered);
        Assert.Equal(SipCallEndKind.RemoteHangUp, _handler.End.Kind);
        Assert.Single(Answers());
    }

    [Fact]
    public async Task The_answer_to_a_late_offer_goes_with_the_ack_that_waited()
    {
        SipRequest invite = Call(invite => invite with { Sdp = default });
        _town.Reply(invite, 200, sdp: "v=0\r\ns=their offer\r\n");
        _town.Pass(0.1);
        Assert.Single(_handler.RemoteOffers);
        Assert.Empty(_town.Requests(SipMethod.Ack));
        await KeepAsync();
        Assert.Equal(RecordingHandler.DefaultAnswer, _town.Requests(SipMethod.Ack).Single().Body.ToArray());
        Assert.Empty(await _handler.Answered);
    }

    [Fact]
    public async Task An_answer_after_reliable_ringing_is_kept_too()
    {
        SipRequest invite = Call();
        _town.Reply(invite, 183, "far", Answer, ("Require", "100rel"), ("RSeq", "7"));
        _town.Pass(0.1);
        _town.Reply(_town.Requests(SipMethod.Prack).Single(), 200);
        _town.Reply(invite, 200);
        _town.Pass(0.1);
        Assert.Empty(_town.Requests(SipMethod.Ack));
        await KeepAsync();
        Assert.Equal(1u, _town.Requests(SipMethod.Ack).Single().CSeq!.Value.Number);
        _call!.Bye();
        _town.Pass(0.1);
        Assert.Equal(3u, _town.Requests(SipMethod.Bye).Single().CSeq!.Value.Number);
    }

    [Fact]
    public async Task A_second_phone_that_answers_meanwhile_is_hung_up_at_once()
    {
        SipRequest invite = Call();
        _town.Reply(invite, 200, "first", Answer);
        _town.Reply(invite, 200, "second", Answer);
        _town.Pass(0.1);
        Assert.Equal("second", Assert.Single(_town.Requests(SipMethod.Ack)).To!.Tag);
        Assert.Equal("second", Assert.Single(_town.Requests(SipMethod.Bye)).To!.Tag);
        await KeepAsync();
        Assert.Equal(["first", "second"], _town.Requests(SipMethod.Ack).Select(ack => ack.To!.Tag!).Order());
        Assert.Equal("first", _call!.DialogIdentity!.RemoteTag);
    }

    [Fact]
    public async Task What_was_kept_before_the_ack_lets_a_new_process_hang_up()
    {
        _town.Reply(Call(), 200, sdp: Answer);
        _town.Pass(0.1);
        Assert.Empty(_town.Requests(SipMethod.Ack));
        _town.RestartCaller();
        Task<bool> over = _town.Caller.HangUpStandingAsync(Assert.Single(_toKeep), null, CancellationToken.None);
        _town.Pass(0.1);
        SipRequest bye = _town.Requests(SipMethod.Bye).Single();
        Assert.Equal(("far", true), (bye.To!.Tag, bye.CSeq!.Value.Number > 1));
        _town.Reply(bye, 200);
        _town.Pass(0.1);
        Assert.True(await over.WaitAsync(Patience, TimeProvider.System));
    }

    [Fact]
    public void An_answer_that_is_the_first_response_ends_the_wait_for_one()
    {
        _kept.SetResult();
        _town.Reply(Call(invite => invite with { FirstResponseTimeout = TimeSpan.FromSeconds(5) }), 200, sdp: Answer);
        _town.Pass(20);
        Assert.Equal(0, _handler.Ends);
        Assert.Equal(SipCallState.Answered, _call!.State);
    }

    private SipRequest Call(Func<SipInvite, SipInvite>? change = null)
    {
        _town.ScriptFarEnd();
        SipInvite invite = _town.Invite() with
        {
            BeforeAcknowledgement = identity =>
            {
                _toKeep.Add(identity);
                return _kept.Task;
            },
        };
        _call = _town.Caller.Invite(change?.Invoke(invite) ?? invite, _handler);
        _town.Pass(0.1);
        return _town.Requests(SipMethod.Invite).Single();
    }

    private async Task KeepAsync(bool answers = true)
    {
        _kept.SetResult();
        if (answers)
        {
            await _handler.Answered.WaitAsync(Patience, TimeProvider.System);
        }

        _town.Pass(0.1);
    }

    private List<string> Answers()
    {
        var told = new List<string>();
        while (_handler.Events.TryRead(out string? name))
        {
            told.Add(name);
        }

        return told.FindAll(name => name == "answered");
    }

    private sealed class OneLogger(ILogger log) : ILoggerFactory
    {
        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public ILogger CreateLogger(string categoryName) => log;

        public void Dispose()
        {
            // Owns nothing.
        }
    }
}

using AlertAutomaton.Sip.Dialogs;
using AlertAutomaton.Sip.UserAgents;

namespace AlertAutomaton.Sip.Tests.Dialogs;

public sealed class OutgoingInviteTests
{
    [Theory]
    [InlineData("1xx 2xx", "- establish")]
    [InlineData("2xx 2xx", "establish -")]
    [InlineData("486", "Rejected")]
    [InlineData("1xx 487", "- Rejected")]
    [InlineData("silence", "Timeout")]
    [InlineData("unsendable", "TransportFailure")]
    [InlineData("stop 1xx 487", "- cancel Cancelled")]
    [InlineData("stop silence", "- Timeout")]
    [InlineData("1xx rung 487", "- cancel NoAnswer")]
    [InlineData("1xx rung 1xx rung 487", "- cancel - - NoAnswer")]
    [InlineData("1xx stop silence", "- cancel Cancelled")]
    [InlineData("1xx stop 2xx", "- cancel hangup")]
    [InlineData("stop 2xx", "- hangup")]
    [InlineData("1xx stop 486", "- cancel Rejected")]
    [InlineData("1xx again stop 1xx", "- - - cancel")]
    [InlineData("1xx stop again 487", "- cancel - Cancelled")]
    public void Histories_of_an_invite(string inputs, string expected)
    {
        OutgoingInviteState state = OutgoingInvite.Initial;
        var seen = new List<string>();
        foreach (string word in inputs.Split(' '))
        {
            (state, OutgoingInviteEffect? effect) = OutgoingInvite.Step(state, InputOf(word));
            seen.Add(effect switch
            {
                null => "-",
                OutgoingInviteEffect.SendCancel => "cancel",
                OutgoingInviteEffect.Establish => "establish",
                OutgoingInviteEffect.HangUpAtOnce => "hangup",
                OutgoingInviteEffect.End end => end.Kind.ToString(),
                _ => throw new InvalidOperationException(),
            });
        }

        Assert.Equal(expected, string.Join(' ', seen));
    }

    [Fact]
    public void After_the_end_nothing_more_happens()
    {
        foreach (OutgoingInvitePhase phase in new[] { OutgoingInvitePhase.Answered, OutgoingInvitePhase.Ended })
        {
            foreach (string word in new[] { "1xx", "2xx", "486", "again", "stop", "rung", "silence", "unsendable" })
            {
                (OutgoingInviteState next, OutgoingInviteEffect? effect) = OutgoingInvite.Step(new(phase), InputOf(word));
                Assert.Null(effect);
                Assert.Equal(phase, next.Phase);
            }
        }
    }

    private static OutgoingInviteInput InputOf(string word) => word switch
    {
        "1xx" => new OutgoingInviteInput.Provisional(),
        "2xx" => new OutgoingInviteInput.Success(),
        "again" => new OutgoingInviteInput.Repeated(),
        "stop" => new OutgoingInviteInput.GivenUp(RingTimedOut: false),
        "rung" => new OutgoingInviteInput.GivenUp(RingTimedOut: true),
        "silence" => new OutgoingInviteInput.Unanswered(),
        "unsendable" => new OutgoingInviteInput.Unsendable(),
        _ => new OutgoingInviteInput.Refused(int.Parse(word)),
    };
}

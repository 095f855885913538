using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Channels.Email;

namespace AlertAutomaton.Channels.Tests.Email;

public sealed class MailVerdictTableTests
{
    [Theory]
    [InlineData(550, "5.1.1 <x@example.org>: Recipient address rejected: User unknown in local recipient table", AttemptOutcome.InvalidNumber)]
    [InlineData(550, "5.1.2 bad destination system", AttemptOutcome.InvalidNumber)]
    [InlineData(550, "No such user here", AttemptOutcome.InvalidNumber)]
    [InlineData(551, "user has moved", AttemptOutcome.InvalidNumber)]
    [InlineData(553, "mailbox name not allowed", AttemptOutcome.InvalidNumber)]
    [InlineData(550, "5.2.1 mailbox disabled", AttemptOutcome.InvalidNumber)]
    [InlineData(552, "5.2.2 mailbox full", AttemptOutcome.Expired)]
    [InlineData(552, "over quota", AttemptOutcome.Expired)]
    [InlineData(550, "5.2.2 over quota", AttemptOutcome.Expired)]
    [InlineData(550, "5.4.4 no route", AttemptOutcome.Expired)]
    [InlineData(552, "5.3.4 message too big", AttemptOutcome.Rejected)]
    [InlineData(550, "5.7.1 blocked by policy", AttemptOutcome.Rejected)]
    [InlineData(554, "blocked", AttemptOutcome.Rejected)]
    [InlineData(451, "4.3.2 later", AttemptOutcome.Network)]
    [InlineData(450, "greylisted", AttemptOutcome.Network)]
    [InlineData(452, "4.2.2 mailbox full", AttemptOutcome.Network)]
    [InlineData(421, "closing", AttemptOutcome.Network)]
    public void A_refusal_of_the_recipient_is_judged_by_its_codes(int code, string reply, AttemptOutcome expected)
    {
        MailVerdict verdict = MailVerdictTable.Judge(Refused(code, reply), login: true);
        Assert.Equal(expected, verdict.Outcome);
        Assert.DoesNotContain("example.org", verdict.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(530, "5.7.0 Authentication required", true)]
    [InlineData(535, "5.7.8 Error: authentication failed", true)]
    [InlineData(550, "Invalid recipient: <x@example.org>", false)]
    [InlineData(550, "5.1.1 User unknown", false)]
    [InlineData(554, "5.7.1 <x@example.org>: Relay access denied", true)]
    [InlineData(550, "relay not permitted", true)]
    [InlineData(553, "5.7.1 <a@example.org>: Sender address rejected: not owned by user", true)]
    [InlineData(550, "5.1.8 bad sender's system address", true)]
    [InlineData(550, "5.7.1 denied", null)]
    [InlineData(503, "5.5.1 bad sequence", true)]
    [InlineData(454, "4.7.0 TLS not available", true)]
    public void What_is_about_us_is_never_laid_at_the_addresss_door(int code, string reply, bool? login)
    {
        MailVerdict verdict = MailVerdictTable.Judge(Refused(code, reply), login);
        Assert.Equal(AttemptOutcome.Network, verdict.Outcome);
        Assert.Equal(MailRelayCondition.RefusesUs, verdict.Relay);
    }

    [Theory]
    [InlineData(554, "5.7.1 spam, says the relay", AttemptOutcome.Rejected)]
    [InlineData(550, "content refused", AttemptOutcome.Rejected)]
    [InlineData(552, "too much mail data", AttemptOutcome.Rejected)]
    [InlineData(552, "mailbox full", AttemptOutcome.Expired)]
    [InlineData(451, "later", AttemptOutcome.Network)]
    public void A_refusal_of_the_content_is_the_mails_own(int code, string reply, AttemptOutcome expected)
    {
        MailSubmission seen = Refused(code, reply) with { ContentBegun = true, ContentSent = true };
        Assert.Equal(expected, MailVerdictTable.Judge(seen).Outcome);
        Assert.False(MailVerdictTable.NeedsLoginCheck(seen));
    }

    [Fact]
    public void Silence_after_the_content_is_unknown_and_silence_before_it_is_the_networks()
    {
        foreach (MailSubmissionEnd end in new[] { MailSubmissionEnd.Disconnected, MailSubmissionEnd.TimedOut, MailSubmissionEnd.Stopped })
        {
            var seen = new MailSubmission { End = end };
            Assert.Equal(end == MailSubmissionEnd.Stopped ? AttemptOutcome.NotSent : AttemptOutcome.Network, MailVerdictTable.Judge(seen).Outcome);
            Assert.Equal(AttemptOutcome.Unknown, MailVerdictTable.Judge(seen with { ContentBegun = true, ContentSent = true }).Outcome);
        }

        Assert.Equal(AttemptOutcome.Network, MailVerdictTable.Judge(new MailSubmission { End = MailSubmissionEnd.NotSecure }).Outcome);
        Assert.Equal(AttemptOutcome.Rejected, MailVerdictTable.Judge(new MailSubmission { End = MailSubmissionEnd.NotCarried }).Outcome);
        Assert.Equal(AttemptOutcome.Submitted, MailVerdictTable.Judge(new MailSubmission { End = MailSubmissionEnd.Accepted }).Outcome);
    }

    [Theory]
    [InlineData("550 5.1.1 unknown", "5.1.1")]
    [InlineData("smtp; 550-5.7.26 This mail", "5.7.26")]
    [InlineData("(#5.2.2)", "5.2.2")]
    [InlineData("from 5.6.7.8 refused", null)]
    [InlineData("version 15.1.1", null)]
    [InlineData("5.1.1111", null)]
    [InlineData("5.1.1.", "5.1.1")]
    [InlineData("", null)]
    public void An_enhanced_status_is_not_confused_with_addresses_and_versions(string text, string? expected)
    {
        Assert.Equal(expected, EnhancedStatus.TryFind(text, out EnhancedStatus status) ? status.ToString() : null);
    }

    private static MailSubmission Refused(int code, string reply) => new() { End = MailSubmissionEnd.Refused, Code = code, Reply = reply };
}

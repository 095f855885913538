using System.Text.RegularExpressions;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Verdicts;

namespace AlertAutomaton.Sip.Tests.Verdicts;

public partial class TortureVerdictTests
{
    public static TheoryData<string, string> Cases => TortureCase.All();

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_user_agent_server_answers_every_torture_message_as_its_index_says(string corpus, string file)
    {
        var item = TortureCase.Get(corpus, file);
        _ = SipMessageParser.TryParse(item.Bytes, out var message, out var error);
        var verdict = SipRequestVerdict.Of(message, error, new SipUserAgentCapabilities(), dialogExists: false);

        Assert.True(Allows(item.UasVerdict, verdict), $"{verdict} ({error}) is not '{item.UasVerdict}'");
    }

    [Fact]
    public void An_unsupported_extension_is_named_in_the_answer()
    {
        var refusal = Refusal("bext01.dat");
        Assert.Equal(420, refusal.StatusCode);
        Assert.Equal("nothingSupportsThis, nothingSupportsThisEither", Assert.Single(refusal.Headers).Value);
    }

    [Fact]
    public void An_unknown_method_is_told_what_is_allowed_and_keeps_its_transaction_headers()
    {
        Assert.True(SipMessageParser.TryParse(TortureCase.Get("rfc4475", "intmeth.dat").Bytes, out var message, out _));
        var request = (SipRequest)message!;
        var response = Refusal("intmeth.dat").CreateResponse(request, "tag1");

        Assert.Equal(501, response.StatusCode);
        Assert.Contains("INVITE", response.Headers.GetList("Allow"));
        Assert.Equal(request.CallId, response.CallId);
        Assert.Equal(request.Headers.GetFirst("From"), response.Headers.GetFirst("From"));
    }

    [Fact]
    public void An_unreadable_body_type_is_answered_with_what_can_be_read()
    {
        var refusal = Refusal("invut.dat");
        Assert.Equal(415, refusal.StatusCode);
        Assert.Contains("application/sdp", Assert.Single(refusal.Headers).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_hidden_in_a_request_uri_are_not_applied()
    {
        _ = SipMessageParser.TryParse(TortureCase.Get("rfc4475", "escruri.dat").Bytes, out var message, out _);
        Assert.Empty(message!.Routes);
    }

    [Theory]
    [InlineData("BYE", false, 481)]
    [InlineData("UPDATE", false, 481)]
    [InlineData("INFO", false, 481)]
    [InlineData("BYE", true, 0)]
    [InlineData("OPTIONS", false, 0)]
    [InlineData("SUBSCRIBE", false, 405)]
    [InlineData("FOO", false, 501)]
    public void Methods_are_judged_with_the_dialog_in_mind(string method, bool dialogExists, int status)
    {
        var request = Request(method, "<sip:b@example.com>");
        var verdict = SipRequestVerdict.Of(request, SipParseError.None, new SipUserAgentCapabilities(), dialogExists);
        Assert.Equal(status, (verdict as SipRequestVerdict.Refuse)?.StatusCode ?? 0);
    }

    [Fact]
    public void An_invite_into_a_dialog_that_is_gone_gets_481()
    {
        var request = Request("INVITE", "<sip:b@example.com>;tag=gone");
        var verdict = SipRequestVerdict.Of(request, SipParseError.None, new SipUserAgentCapabilities(), dialogExists: false);
        Assert.Equal(481, Assert.IsType<SipRequestVerdict.Refuse>(verdict).StatusCode);
    }

    [Fact]
    public void A_broken_ack_is_met_with_silence()
    {
        Assert.False(SipMessageParser.TryParse("ACK sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP a;branch=z9hG4bK1\r\n\r\n"u8, out var message, out var error));
        Assert.IsType<SipRequestVerdict.Silence>(SipRequestVerdict.Of(message, error, new SipUserAgentCapabilities(), dialogExists: false));
    }

    private static SipRequest Request(string method, string to) => (SipRequest)Messages.SipMessageParserTests.Parse(
        $"{method} sip:b@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\nFrom: <sip:a@example.com>;tag=1\r\n" +
        $"To: {to}\r\nCall-ID: 1\r\nCSeq: 1 {method}\r\nMax-Forwards: 70\r\n\r\n");

    private static SipRequestVerdict.Refuse Refusal(string file)
    {
        _ = SipMessageParser.TryParse(TortureCase.Get("rfc4475", file).Bytes, out var message, out var error);
        return Assert.IsType<SipRequestVerdict.Refuse>(SipRequestVerdict.Of(message, error, new SipUserAgentCapabilities(), dialogExists: false));
    }

    // The words of the index: a list of statuses; "not:400" and "like-valid" mean any correct answer but 400, 505 and 513;
    // a response must never be answered.
    private static bool Allows(string expected, SipRequestVerdict verdict)
    {
        var status = verdict switch
        {
            SipRequestVerdict.Refuse refuse => refuse.StatusCode,
            SipRequestVerdict.Proceed => 200,
            _ => 0,
        };
        if (expected.StartsWith("no answer", StringComparison.Ordinal))
        {
            return status == 0;
        }

        if (expected.StartsWith("anything", StringComparison.Ordinal))
        {
            return true;
        }

        var likeValid = expected.Contains("not:400", StringComparison.Ordinal) || expected.Contains("like-valid", StringComparison.Ordinal)
            || expected.Contains("RFC2543", StringComparison.Ordinal);
        var listed = LeadingStatuses().Match(expected).Value.Split('|');
        return listed.Contains(status.ToString()) || (likeValid && listed is not ["481"] and not ["200"] && status is not (0 or 400 or 505 or 513));
    }

    [GeneratedRegex(@"^\d{3}(\|\d{3})*")]
    private static partial Regex LeadingStatuses();
}

using System.Text;
using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Tests.Messages;

public class TypedHeaderTests
{
    [Theory]
    [InlineData("\"A. G. Bell\" <sip:agb@bell.example> ;tag=a48s", "A. G. Bell", "sip:agb@bell.example", "a48s")]
    [InlineData("sip:+12125551212@phone.example;tag=887s", null, "sip:+12125551212@phone.example", "887s")]
    [InlineData("Anonymous <sip:c8oqz84zk7z@privacy.example>;tag=hyh8", "Anonymous", "sip:c8oqz84zk7z@privacy.example", "hyh8")]
    [InlineData("caller<sip:caller@example.com>;tag = 323", "caller", "sip:caller@example.com", "323")]
    [InlineData("\"a \\\"b\\\" \\\\ <c>\" <sip:a@b;p=1>", "a \"b\" \\ <c>", "sip:a@b;p=1", null)]
    [InlineData("Mairie d'Orl\u00e9ans <sip:a@b>", "Mairie d'Orl\u00e9ans", "sip:a@b", null)]
    public void Addresses_are_read_in_every_shape(string text, string? display, string uri, string? tag)
    {
        Assert.True(NameAddress.TryParse(text, out var address));
        Assert.Equal((display, uri, tag), (address!.DisplayName, address.Uri.ToString(), address.Tag));
        Assert.True(NameAddress.TryParse(address.ToString(), out var again));
        Assert.Equal(address.ToString(), again!.ToString());
        Assert.Equal(address.DisplayName, again.DisplayName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"open <sip:a@b>")]
    [InlineData("<sip:a@b")]
    [InlineData("sip:a@b>")]
    [InlineData("\"x\" y <sip:a@b>")]
    [InlineData("Bell, Alexander <sip:a@b>")]
    [InlineData("sip:a@b?x=y")]
    [InlineData("<sip:a@b>;;tag=1")]
    [InlineData("<sip:a@b> tag=1")]
    public void What_is_no_address_is_refused(string text) => Assert.False(NameAddress.TryParse(text, out _));

    [Fact]
    public void A_list_is_split_outside_quotes_and_brackets_only()
    {
        var message = SipMessageParserTests.Parse(SipMessageParserTests.Invite);
        message.Headers.Set("Contact", "\"a, b\" <sip:a,b@c>;q=\"1,2\", <sip:d@e> , sip:f@g;expires=60");
        Assert.Equal(["a, b", null, null], message.Contacts.Select(contact => contact.DisplayName));
        Assert.Equal(["a,b", "d", "f"], message.Contacts.Select(contact => contact.Uri.User));
        Assert.Equal(60u, message.Contacts[2].Expires);
    }

    [Theory]
    [InlineData("Q.850;cause=16;text=\"Terminated\"", "Q.850", 16, "Terminated")]
    [InlineData("SIP ; cause = 200 ; text = \"Call completed elsewhere\"", "SIP", 200, "Call completed elsewhere")]
    [InlineData("Q.850;cause=99999999999", "Q.850", null, null)]
    public void Reasons_are_read(string text, string protocol, int? cause, string? words)
    {
        Assert.True(ReasonHeader.TryParse(Encoding.UTF8.GetBytes(text), out var reason));
        Assert.Equal((protocol, cause, words), (reason!.Protocol, reason.Cause, reason.Text));
    }

    [Fact]
    public void Reasons_of_several_fields_are_kept_and_a_broken_one_is_skipped()
    {
        var message = SipMessageParserTests.Parse(SipMessageParserTests.Invite);
        message.Headers.Add("Reason", "SIP;cause=480, ;;, Q.850;cause=19");
        message.Headers.Add("reason", "Q.850;cause=34");
        Assert.Equal([480, 19, 34], message.Reasons.Select(reason => reason.Cause));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("120", 120)]
    [InlineData("18000;duration=3600", 18000)]
    [InlineData("120 (I'm in a (long) meeting\\))", 120)]
    [InlineData("4294967296", 4294967295)]
    [InlineData("999999999999999999999999", 4294967295)]
    public void Retry_after_is_read_whatever_its_size(string text, long seconds)
    {
        Assert.True(RetryAfterHeader.TryParse(Encoding.UTF8.GetBytes(text), out var header));
        Assert.Equal(TimeSpan.FromSeconds(seconds), header!.Delay);
        Assert.True(RetryAfterHeader.TryParse(Encoding.UTF8.GetBytes(header.ToString()), out var again));
        Assert.Equal(header, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("soon")]
    [InlineData("12 (open")]
    public void A_retry_after_that_is_none_is_refused(string text) =>
        Assert.False(RetryAfterHeader.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Session_timers_reliability_and_media_types_are_read_and_written()
    {
        Assert.True(SessionExpiresHeader.TryParse("1800 ;Refresher=UAS", out var session));
        Assert.Equal("1800;refresher=uas", session.ToString());
        Assert.True(RAckHeader.TryParse("776656 1 INVITE", out var acknowledged));
        Assert.Equal(new RAckHeader(776656, 1, SipMethod.Invite), acknowledged);
        Assert.Equal("776656 1 INVITE", acknowledged.ToString());
        Assert.False(RAckHeader.TryParse("776656 INVITE", out _));
        Assert.True(MediaTypeHeader.TryParse("Multipart / Mixed ; boundary=\"a b\"", out var type));
        Assert.Equal(("multipart/mixed", "a b"), (type!.Name, type.Parameters.Find("boundary")));
        Assert.True(MediaTypeHeader.TryParse("*/*", out var any));
        Assert.True(any!.Covers("application/sdp"));
    }

    [Theory]
    [InlineData("4294967295 INVITE", true)]
    [InlineData("4294967296 INVITE", false)]
    [InlineData("-1 INVITE", false)]
    [InlineData("1", false)]
    [InlineData("1 IN VITE", false)]
    public void Sequence_numbers_never_wrap(string text, bool valid) => Assert.Equal(valid, CSeqHeader.TryParse(text, out _));

    [Theory]
    [InlineData("SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1", true)]
    [InlineData("SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK", false)]
    [InlineData("SIP/2.0/UDP 192.0.2.1;branch=1234", false)]
    [InlineData("SIP/2.0/UDP 192.0.2.1", false)]
    public void A_branch_counts_only_with_something_after_the_cookie(string text, bool expected)
    {
        Assert.True(ViaHeader.TryParse(text, out var via));
        Assert.Equal(expected, via!.HasMagicCookie);
    }

    [Theory]
    [InlineData("SIP/2.0/UDP")]
    [InlineData("SIP/2.0 192.0.2.1")]
    [InlineData("SIP/2.0/UDP 192.0.2.1;;branch=1")]
    [InlineData("SIP/2.0/UDP 192.0.2.1:99999")]
    [InlineData("SIP/2.0/UDP 2001:db8::1")]
    public void A_via_that_is_none_is_refused(string text) => Assert.False(ViaHeader.TryParse(text, out _));

    [Fact]
    public void The_source_is_marked_and_the_port_only_when_it_was_asked_for()
    {
        Assert.True(ViaHeader.TryParse("SIP/2.0/UDP host;branch=z9hG4bK1", out var plain));
        Assert.Equal("SIP/2.0/UDP host;branch=z9hG4bK1;received=192.0.2.9", plain!.WithSource("192.0.2.9", 7000).ToString());
        Assert.True(ViaHeader.TryParse("SIP/2.0/UDP host;rport;branch=z9hG4bK1", out var asking));
        var marked = asking!.WithSource("2001:db8::9", 7000);
        Assert.Equal(("2001:db8::9", 7000), (marked.Received, marked.ResponsePort));
    }

    [Fact]
    public void A_malformed_contact_does_not_cost_us_a_response()
    {
        var response = ((SipRequest)SipMessageParserTests.Parse(SipMessageParserTests.Invite)).CreateResponse(200, "t");
        response.Headers.Add("Contact", "<sip:broken");
        Assert.Empty(SipMessageParserTests.Parse(response.ToString()).Contacts);
    }

    [Fact]
    public void A_typical_invite_is_read_within_two_kilobytes()
    {
        var bytes = Encoding.UTF8.GetBytes(SipMessageParserTests.Invite);
        _ = SipMessageParser.TryParse(bytes, out _, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            _ = SipMessageParser.TryParse(bytes, out _, out _);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 1, 2048);
    }
}

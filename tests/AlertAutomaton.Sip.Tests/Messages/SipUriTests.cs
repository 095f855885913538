using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Tests.Messages;

public class SipUriTests
{
    [Theory]
    [InlineData("sip:alice@atlanta.com", "alice", "atlanta.com", null)]
    [InlineData("sip:alice:secretword@atlanta.com;transport=tcp", "alice", "atlanta.com", null)]
    [InlineData("sips:alice@atlanta.com:5071?subject=project%20x&priority=urgent", "alice", "atlanta.com", 5071)]
    [InlineData("sip:+1-212-555-1212:1234@gateway.com;user=phone", "+1-212-555-1212", "gateway.com", null)]
    [InlineData("sip:atlanta.com;method=REGISTER?to=alice%40atlanta.com", null, "atlanta.com", null)]
    [InlineData("sip:alice;day=tuesday@atlanta.com", "alice;day=tuesday", "atlanta.com", null)]
    [InlineData("sip:*21#@192.0.2.1", "*21#", "192.0.2.1", null)]
    [InlineData("sip:user@[2001:db8::1]:5060", "user", "2001:db8::1", 5060)]
    [InlineData("tel:+33612345678;phone-context=example.com", "+33612345678", "", null)]
    public void Uris_are_taken_apart_and_written_as_they_were(string text, string? user, string host, int? port)
    {
        var uri = Parse(text);
        Assert.Equal((user, host, port), (uri.User, uri.Host, uri.Port));
        Assert.Equal(text, uri.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("sip:")]
    [InlineData("sip:@host")]
    [InlineData("sip:user@")]
    [InlineData("sip:user@host:")]
    [InlineData("sip:user@host:0")]
    [InlineData("sip:user@host:65536")]
    [InlineData("sip:user@host:99999999999999999999")]
    [InlineData("sip:2001:db8::1")]
    [InlineData("sip:a@[::1")]
    [InlineData("sip:a@[nonsense]")]
    [InlineData("sip:a@[fe80::1%25eth0]")]
    [InlineData("sip:a b@host")]
    [InlineData("sip:a@b@host")]
    [InlineData("sip:a%4@host")]
    [InlineData("sip:a@host;")]
    [InlineData("sip:a@host;=x")]
    [InlineData("sip:a@host?")]
    [InlineData("<sip:a@host>")]
    [InlineData("1sip:a@host")]
    [InlineData("host")]
    public void What_is_no_uri_is_refused(string text) => Assert.False(SipUri.TryParse(text, out _));

    [Fact]
    public void Escapes_are_resolved_once_and_a_nul_ends_nothing()
    {
        Assert.Equal("value%41", Parse("sip:value%2541@host").User);
        Assert.Equal("null-\0-null", Parse("sip:null-%00-null@host").User);
        Assert.Equal("caf\u00e9", Parse("sip:caf%C3%A9@host").User);
        Assert.Equal("sip:a%20b%40c@host", new SipUri("sip", "a b@c", "host").ToString());
        Assert.Equal([("to", "alice@atlanta.com"), ("x", string.Empty)], Parse("sip:host?to=alice%40atlanta.com&x").Headers);
    }

    // RFC 3261 §19.1.4, its two lists.
    [Theory]
    [InlineData("sip:%61lice@atlanta.com;transport=TCP", "sip:alice@AtlanTa.CoM;Transport=tcp", true)]
    [InlineData("sip:carol@chicago.com", "sip:carol@chicago.com;newparam=5", true)]
    [InlineData("sip:carol@chicago.com;security=on", "sip:carol@chicago.com;newparam=5", true)]
    [InlineData("sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com", "sip:biloxi.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.com", true)]
    [InlineData("sip:alice@atlanta.com?subject=project%20x&priority=urgent", "sip:alice@atlanta.com?priority=urgent&subject=project%20x", true)]
    [InlineData("SIP:ALICE@AtLanTa.CoM;Transport=udp", "sip:alice@AtLanTa.CoM;Transport=UDP", false)]
    [InlineData("sip:bob@biloxi.com", "sip:bob@biloxi.com:5060", false)]
    [InlineData("sip:bob@biloxi.com", "sip:bob@biloxi.com;transport=udp", false)]
    [InlineData("sip:bob@biloxi.com", "sip:bob@biloxi.com:6000;transport=tcp", false)]
    [InlineData("sip:carol@chicago.com", "sip:carol@chicago.com?Subject=next%20meeting", false)]
    [InlineData("sip:carol@chicago.com;security=on", "sip:carol@chicago.com;security=off", false)]
    [InlineData("sip:a@host;maddr=192.0.2.1", "sip:a@host", false)]
    [InlineData("sip:a@host", "sips:a@host", false)]
    [InlineData("tel:+33612345678", "tel:+33612345679", false)]
    public void Uris_compare_as_the_standard_says(string left, string right, bool equal)
    {
        Assert.Equal(equal, Parse(left).Equals(Parse(right)));
        Assert.Equal(equal, Parse(right).Equals(Parse(left)));
        if (equal)
        {
            Assert.Equal(Parse(left).GetHashCode(), Parse(right).GetHashCode());
        }
    }

    [Fact]
    public void Copies_change_one_thing_only()
    {
        var uri = Parse("sip:alice:pw@atlanta.com:5070;lr?a=b");
        Assert.Equal("sip:alice:pw@[2001:db8::1];lr?a=b", uri.WithHost("2001:db8::1", null).ToString());
        Assert.Equal("sip:bob:pw@atlanta.com:5070;lr?a=b", uri.WithUser("bob").ToString());
        Assert.Equal("sip:alice:pw@atlanta.com:5070;lr;ob?a=b", uri.WithParameter("ob", null).ToString());
        Assert.Equal("sip:alice:pw@atlanta.com:5070", uri.WithoutHeaders().WithoutParameter("LR").ToString());
        Assert.Throws<ArgumentException>(() => uri.WithHost("bad host", null));
        Assert.Throws<ArgumentException>(() => uri.WithParameter("x", "1\r\nEvil: 1"));
    }

    private static SipUri Parse(string text)
    {
        Assert.True(SipUri.TryParse(text, out var uri));
        return uri!;
    }
}

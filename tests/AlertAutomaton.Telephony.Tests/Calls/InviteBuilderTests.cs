using System.Net;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Sip.UserAgents;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.Telephony.Trunks;

namespace AlertAutomaton.Telephony.Tests.Calls;

public sealed class InviteBuilderTests
{
    private static readonly SipDestination Destination = new(SipTransportProtocol.Udp, new IPEndPoint(IPAddress.Parse("192.0.2.1"), 5070));

    [Fact]
    public void The_caller_id_stands_in_from_and_in_the_identity_header()
    {
        SipInvite invite = Build(new TrunkOptions { Name = "t", Uri = "sip:trunk.example:5070;transport=udp" });
        Assert.Equal("sip:+33639980002@trunk.example:5070;transport=udp", invite.RequestUri.ToString());
        Assert.Equal("sip:+33162000000@trunk.example", invite.From.Uri.ToString());
        Assert.Equal("sip:+33162000000@trunk.example", invite.PAssertedIdentity?.Uri.ToString());
        Assert.Equal("sip:+33639980002@trunk.example", invite.To.Uri.ToString());
        Assert.Null(invite.Credentials);
        Assert.Null(invite.PPreferredIdentity);
    }

    [Fact]
    public void A_trunk_that_insists_on_the_account_gets_it_in_from_and_the_number_in_the_preferred_identity()
    {
        SipInvite invite = Build(new TrunkOptions
        {
            Name = "t", Uri = "sip:trunk.example", Username = "commune", Password = "s", Realm = "r", FromUsername = true, CallerIdHeader = CallerIdHeader.PPreferredIdentity,
            NumberForm = NumberForm.National,
        });
        Assert.Equal("sip:commune@trunk.example", invite.From.Uri.ToString());
        Assert.Equal("sip:0162000000@trunk.example", invite.PPreferredIdentity?.Uri.ToString());
        Assert.Equal("sip:0639980002@trunk.example", invite.RequestUri.ToString());
        Assert.Equal(("commune", "r"), (invite.Credentials?.Username, invite.Credentials?.Realm));
    }

    [Fact]
    public void A_redirection_inside_the_trunk_may_not_change_the_number()
    {
        SipInvite invite = Build(new TrunkOptions { Name = "t", Uri = "sip:trunk.example" });
        Assert.Equal("trunk.example", invite.RedirectDomain);
        Assert.True(invite.RedirectAllowed!(Uri("sip:+33639980002@gw2.trunk.example")));
        Assert.False(invite.RedirectAllowed!(Uri("sip:+8829999999@trunk.example")));
    }

    private static SipInvite Build(TrunkOptions options)
    {
        Assert.True(TrunkAddress.TryRead(options, out TrunkAddress? address));
        return InviteBuilder.Build(address, Destination, [], "+33639980002", "+33162000000", new byte[] { 1 }, new PlaceOptions());
    }

    private static SipUri Uri(string text)
    {
        Assert.True(SipUri.TryParse(text, out SipUri? uri));
        return uri!;
    }
}

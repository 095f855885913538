using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Tests.Messages;

/// <summary>Shapes that gateways, proxies and trunks really send; written anew after them, with addresses for documentation.</summary>
public class WildMessageTests
{
    private const string Core = "From: <sip:+33162000000@trunk.example>;tag=as1\r\nTo: <sip:+33612345678@trunk.example>;tag=gw-1\r\nCall-ID: 1@a\r\nCSeq: 102 INVITE\r\n";

    [Fact]
    public void A_gateway_with_tagged_via_and_private_headers()
    {
        var response = (SipResponse)SipMessageParserTests.Parse(
            "SIP/2.0 183 Session Progress\r\n" +
            "Via: SIP/2.0/UDP 192.0.2.1:5060;x-route-tag=\"tgrp:PSTN;1\";branch=z9hG4bK776;received=192.0.2.1;rport=5060;i=3a.b;alias;keep\r\n" + Core +
            "Date: Fri, 01 Jan 2027 08:00:00 GMT\r\nAllow-Events: telephone-event\r\nCisco-Guid: 0123456789-0000000000\r\n" +
            "Remote-Party-ID: \"0612345678\" <sip:0612345678@192.0.2.9>;party=called;screen=yes;privacy=off\r\n" +
            "Contact: <sip:0612345678@192.0.2.9:5060;transport=udp>;+sip.instance=\"<urn:uuid:00000000-0000-1000-8000-000a95a0e128>\"\r\n" +
            "Require: 100rel\r\nRSeq: 9021\r\nContent-Length:0\r\n\r\n");
        Assert.Equal("tgrp:PSTN;1", response.TopVia!.Parameters.Find("x-route-tag"));
        Assert.Equal((5060, 9021u), (response.TopVia.ResponsePort, response.RSeq));
        Assert.True(response.HasOption("Require", "100REL"));
        Assert.Equal("192.0.2.9", response.Contacts.Single().Uri.Host);
    }

    [Fact]
    public void A_proxy_with_base64_in_its_record_route()
    {
        var response = SipMessageParserTests.Parse(
            "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\n" + Core +
            "Record-Route: <sip:192.0.2.5;lr=on;ftag=as1;did=1f.7c1;vsf=AAAAAA--;rm=c2lwOg==>,<sip:192.0.2.6:5061;transport=tls;r2=on;lr>\r\n" +
            "Contact: <sip:gw+[7]|a^b@192.0.2.9:5080;x-s=>;expires=120\r\n\r\n");
        Assert.Equal(["192.0.2.5", "192.0.2.6"], response.RecordRoutes.Select(route => route.Uri.Host));
        Assert.All(response.RecordRoutes, route => Assert.True(route.Uri.IsLooseRouter));
        Assert.Equal("c2lwOg==", response.RecordRoutes[0].Uri.Parameters.Find("rm"));
        Assert.Equal("gw+[7]|a^b", response.Contacts.Single().Uri.User);
    }

    [Fact]
    public void A_trunk_with_number_contexts_two_identities_and_empty_names()
    {
        var request = (SipRequest)SipMessageParserTests.Parse(
            "INVITE sip:0162000000;phone-context=+33@192.0.2.1:5060;user=phone SIP/2.0\r\n" +
            "Via: SIP/2.0/UDP 192.0.2.9:5060;branch=z9hG4bKBroadWorks.-1ab-192.0.2.9V5060-0-1-2-3\r\n" +
            "From: \"\" <sip:anonymous@anonymous.invalid>;tag=SDp\r\nTo: <tel:+33162000000;phone-context=example.com>\r\n" +
            "Call-ID: BW0800@192.0.2.9\r\nCSeq: 1 INVITE\r\nMax-Forwards: 69\r\nPrivacy: id;critical\r\n" +
            "P-Asserted-Identity: \"Dupont\" <sip:+33612345678@trunk.example;user=phone>, <tel:+33612345678>\r\n" +
            "P-Charging-Vector: icid-value=\"a=b;c\";orig-ioi=trunk.example\r\nIdentity: eyJhbGciOiJFUzI1NiJ9.e30.sig;info=<https://cert.example/x.pem>;alg=ES256;ppt=shaken\r\n" +
            "Contact: <sip:192.0.2.9:5060;transport=udp>\r\nSubject:\r\nl : 0\r\n\r\n");
        Assert.Equal("0162000000;phone-context=+33", request.RequestUri.User);
        Assert.Equal(["+33612345678", "+33612345678"], request.Addresses(SipHeaderNames.PAssertedIdentity).Select(identity => identity.Uri.User));
        Assert.Equal(("anonymous.invalid", string.Empty), (request.From!.Uri.Host, request.From.DisplayName));
        Assert.Equal("tel", request.To!.Uri.Scheme);
        Assert.StartsWith("eyJ", request.Headers.GetFirst("y"), StringComparison.Ordinal);
        Assert.Contains("Identity: eyJhbGciOiJFUzI1NiJ9.e30.sig;info=<https://cert.example/x.pem>;alg=ES256;ppt=shaken\r\n", request.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_with_its_cause_and_its_patience()
    {
        var response = SipMessageParserTests.Parse(
            "SIP/2.0 503 Service Unavailable - no circuit\r\nv: SIP/2.0/TCP [2001:db8::1]:5060;branch=z9hG4bK1;received=2001:db8::1\r\n" + Core +
            "Reason: Q.850 ;cause=34 ;text=\"No circuit/channel available\"\r\nRetry-After: 30 (busy hour)\r\nWarning: 399 gw \"x\"\r\n\r\n");
        Assert.Equal(34, response.Reasons.Single().Cause);
        Assert.Equal(TimeSpan.FromSeconds(30), response.RetryAfter!.Delay);
        Assert.Equal("2001:db8::1", response.TopVia!.Received);
    }
}

using System.Text;
using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Tests.Messages;

public class SipMessageParserTests
{
    internal const string Invite =
        "INVITE sip:+33612345678@sip.example.net:5060;transport=udp SIP/2.0\r\n" +
        "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK776asdhds;rport\r\n" +
        "v: SIP/2.0/TCP 192.0.2.9 ; branch = z9hG4bKabc, SIP / 2.0 / TLS [2001:db8::9]:5061;branch=z9hG4bKdef\r\n" +
        "Max-Forwards: 70\r\n" +
        "f: \"Mairie \\\"d'Aime\\\"\" <sip:+33162000000@192.0.2.1>;tag=1928301774\r\n" +
        "To: <sip:+33612345678@sip.example.net>\r\n" +
        "i: a84b4c76e66710@192.0.2.1\r\n" +
        "CSEQ: 314159 INVITE\r\n" +
        "Contact: <sip:alert@192.0.2.1:5060>\r\n" +
        "Record-Route: <sip:p1.example.net;lr>, <sip:p2.example.net;lr>\r\n" +
        "Record-Route: <sip:p3.example.net;lr>\r\n" +
        "Subject: one\r\n  two\r\n\tthree\r\n" +
        "X-Strange: kept: as, it; is\r\n" +
        "Content-Type: application/sdp\r\n" +
        "Content-Length: 5\r\n" +
        "\r\n" +
        "v=0\r\nignored";

    [Fact]
    public void An_ordinary_invite_is_read_with_compact_names_folding_and_lists()
    {
        var request = Assert.IsType<SipRequest>(Parse(Invite));

        Assert.Equal(SipMethod.Invite, request.Method);
        Assert.Equal("+33612345678", request.RequestUri.User);
        Assert.Equal(5060, request.RequestUri.Port);
        Assert.Equal("udp", request.RequestUri.Transport);
        Assert.Equal("z9hG4bK776asdhds", request.TopVia!.Branch);
        Assert.True(request.TopVia.WantsResponsePort);
        Assert.Equal(["192.0.2.1", "192.0.2.9", "2001:db8::9"], request.Vias.Select(via => via.Host));
        Assert.Equal(["UDP", "TCP", "TLS"], request.Vias.Select(via => via.Transport));
        Assert.Equal("Mairie \"d'Aime\"", request.From!.DisplayName);
        Assert.Equal("1928301774", request.From.Tag);
        Assert.Null(request.To!.Tag);
        Assert.Equal("a84b4c76e66710@192.0.2.1", request.CallId);
        Assert.Equal(new CSeqHeader(314159, SipMethod.Invite), request.CSeq);
        Assert.Equal(70, request.MaxForwards);
        Assert.Equal(["p1.example.net", "p2.example.net", "p3.example.net"], request.RecordRoutes.Select(route => route.Uri.Host));
        Assert.All(request.RecordRoutes, route => Assert.True(route.Uri.IsLooseRouter));
        Assert.Equal("one two three", request.Headers.GetFirst("s"));
        Assert.Equal("kept: as, it; is", request.Headers.GetFirst("x-strange"));
        Assert.Equal("v=0\r\n", Encoding.ASCII.GetString(request.Body.Span));
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var first = Parse(Invite);
        var written = first.ToString();
        var second = Parse(written);

        Assert.Equal(first.Headers.Where(header => header.Name != "Content-Length"), second.Headers.Where(header => header.Name != "Content-Length"));
        Assert.Equal(first.Body.ToArray(), second.Body.ToArray());
        Assert.Equal(written, second.ToString());
    }

    [Fact]
    public void A_response_copies_what_identifies_the_transaction_and_adds_a_tag()
    {
        var request = (SipRequest)Parse(Invite);
        var response = request.CreateResponse(486, "abc");
        var read = Assert.IsType<SipResponse>(Parse(response.ToString()));

        Assert.Equal(486, read.StatusCode);
        Assert.Equal("Busy Here", read.ReasonPhrase);
        Assert.Equal("abc", read.To!.Tag);
        Assert.Equal(request.Vias.Select(via => via.ToString()), read.Vias.Select(via => via.ToString()));
        Assert.Equal(request.CallId, read.CallId);
        Assert.Equal(request.CSeq, read.CSeq);
    }

    [Fact]
    public void Typed_views_follow_later_changes_of_the_headers()
    {
        var request = Parse(Invite);
        Assert.Equal("1928301774", request.From!.Tag);

        request.From = request.From.WithTag("other");
        request.TopVia = request.TopVia!.WithSource("198.51.100.7", 6000);

        Assert.Equal("other", request.From.Tag);
        Assert.Equal(("198.51.100.7", 6000), (request.TopVia.Received, request.TopVia.ResponsePort));
        Assert.Equal(3, request.Vias.Count);
        request.Headers.Remove("Via");
        Assert.Null(request.TopVia);
    }

    [Theory]
    [InlineData("X-A: b\r\nEvil: 1")]
    [InlineData("X\nY")]
    public void A_line_break_cannot_be_smuggled_into_a_header(string value)
    {
        var headers = new SipHeaders();
        Assert.Throws<ArgumentException>(() => headers.Add("X-Text", value));
        Assert.Throws<ArgumentException>(() => headers.Set("X-Text", value + "\r"));
        Assert.Equal(0, headers.Count);
    }

    [Theory]
    [InlineData("", SipParseErrorKind.Empty)]
    [InlineData("\r\n\r\n", SipParseErrorKind.Empty)]
    [InlineData("hello", SipParseErrorKind.StartLine)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n\r\n", SipParseErrorKind.StartLine)]
    [InlineData("OPTIONS sip:a@b SIP/2.0\r\nBad Header: x\r\n\r\n", SipParseErrorKind.HeaderSyntax)]
    [InlineData("OPTIONS sip:a@b SIP/2.0\r\nVia: x\ry\r\n\r\n", SipParseErrorKind.HeaderSyntax)]
    [InlineData("OPTIONS sip:a@b SIP/2.0\r\n\r\n", SipParseErrorKind.MissingHeader)]
    [InlineData("SIP/2.0 099 Low\r\n\r\n", SipParseErrorKind.StatusCode)]
    [InlineData("SIP/2.0 700 High\r\n\r\n", SipParseErrorKind.StatusCode)]
    public void Faults_are_named(string text, SipParseErrorKind kind)
    {
        Assert.False(SipMessageParser.TryParse(Encoding.UTF8.GetBytes(text), out _, out var error));
        Assert.Equal(kind, error.Kind);
    }

    internal static SipMessage Parse(string text)
    {
        Assert.True(SipMessageParser.TryParse(Encoding.UTF8.GetBytes(text), out var message, out var error), error.ToString());
        return message!;
    }
}

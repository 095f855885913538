using System.Text;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Tests.Messages;
using AlertAutomaton.Sip.UserAgents;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Sip.Tests.UserAgents;

/// <summary>
/// F27: whatever a far end sends, no work of the user agent fails, nothing stays behind, everything that we say is a message that our own
/// parser takes (the scripted far end asserts it), and the next honest request is served.
/// </summary>
public sealed class HostileFarEndTests
{
    private readonly RecordingLogger _log = new();
    private readonly SimulatedTown _town;
    private readonly List<ISipCall> _incoming = [];

    public HostileFarEndTests()
    {
        _town = new SimulatedTown(1, new OneLogger(_log));
        _town.ScriptFarEnd();
        _town.Caller.IncomingCall = incoming =>
        {
            _incoming.Add(incoming.Call);
            incoming.Call.Ring();
            if (_incoming.Count % 2 == 0)
            {
                incoming.Call.Accept(RecordingHandler.DefaultAnswer);
            }

            return new RecordingHandler();
        };
    }

    [Fact]
    public void Every_torture_message_is_survived()
    {
        foreach (TortureCase torture in TortureCase.Load("rfc4475").Concat(TortureCase.Load("rfc5118")))
        {
            _town.Say(torture.Bytes);
            _town.Pass(0.1);
            AssertServes();
        }

        AssertNothingLeft();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Mutants_of_a_living_dialog_are_survived(int seed)
    {
        var source = new MutationSource((ulong)seed);
        for (int round = 0; round < 120; round++)
        {
            var handler = new RecordingHandler();
            ISipCall call = _town.Caller.Invite(_town.Invite() with { Sdp = round % 3 == 0 ? default : AgentPair.Sdp }, handler);
            _town.Pass(0.05);
            SipRequest invite = _town.Requests(SipMethod.Invite).Last();
            byte[][] seeds = Seeds(invite);
            for (int i = 0; i < 60; i++)
            {
                _town.Say(source.Mutate(seeds));
            }

            _town.Pass(0.3);
            call.Bye();
            _town.Pass(1);
            _town.Received.Clear();
        }

        AssertServes();
        AssertNothingLeft();
    }

    private static byte[][] Seeds(SipRequest invite)
    {
        var town = new List<SipMessage>();
        foreach (int status in new[] { 100, 180, 183, 200, 200, 200, 302, 401, 422, 486, 487, 491 })
        {
            SipResponse response = invite.CreateResponse(status, "far");
            response.Headers.Add("Contact", "<sip:phone@192.0.2.2:5060>");
            response.Headers.Add("Record-Route", "<sip:192.0.2.2;lr>, <sip:192.0.2.3>");
            response.Headers.Add("Session-Expires", "90;refresher=uac");
            response.Headers.Add("WWW-Authenticate", "Digest realm=\"trunk.example\", nonce=\"1\", qop=\"auth\"");
            if (status == 183)
            {
                response.Headers.Add("Require", "100rel");
                response.Headers.Add("RSeq", "7");
            }

            response.SetBody("application/sdp", AgentPair.Sdp);
            town.Add(response);
        }

        uint sequence = 1;
        foreach (string method in new[] { "INVITE", "UPDATE", "INFO", "PRACK", "OPTIONS", "BYE", "ACK", "CANCEL", "REFER" })
        {
            var request = new SipRequest(new SipMethod(method), invite.Contacts[0].Uri);
            request.Headers.Add("Via", $"SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bK{method}{invite.CallId}");
            request.MaxForwards = 70;
            request.From = new NameAddress(null, invite.To!.Uri).WithTag("far");
            request.To = method is "INVITE" or "CANCEL" ? new NameAddress(null, invite.From!.Uri) : invite.From;
            request.CallId = invite.CallId;
            request.CSeq = new CSeqHeader(++sequence, request.Method);
            request.RAck = method == "PRACK" ? new RAckHeader(7, 1, SipMethod.Invite) : null;
            request.Headers.Add("Contact", "<sip:phone@192.0.2.2:5060>");
            request.Headers.Add("Session-Expires", "90");
            request.Headers.Add("Supported", "timer, 100rel");
            request.SetBody("application/sdp", AgentPair.Sdp);
            town.Add(request);
        }

        return [.. town.Select(message => Encoding.UTF8.GetBytes(message.ToString()))];
    }

    private void AssertServes()
    {
        _town.Received.Clear();
        var options = new SipRequest(SipMethod.Options, AgentPair.Uri("sip:192.0.2.1"));
        options.Headers.Add("Via", $"SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bKalive{_town.Network.Now.Ticks}");
        options.MaxForwards = 70;
        options.From = new NameAddress(null, AgentPair.Uri("sip:a@192.0.2.2")).WithTag("alive");
        options.To = new NameAddress(null, AgentPair.Uri("sip:192.0.2.1"));
        options.CallId = "alive";
        options.CSeq = new CSeqHeader(1, SipMethod.Options);
        _town.Say(options);
        _town.Pass(0.1);
        Assert.Contains(_town.Received.OfType<SipResponse>(), response => response is { StatusCode: 200, CallId: "alive" });
    }

    private void AssertNothingLeft()
    {
        foreach (ISipCall call in _incoming)
        {
            call.Bye();
        }

        _town.Pass(200);
        Assert.Equal(new SipUserAgentSnapshot(0, 0, 0, 0, 0), _town.Caller.Snapshot);
        Assert.DoesNotContain(_log.Lines, line => line.Contains("failed", StringComparison.Ordinal));
    }

    private sealed class OneLogger(ILogger log) : ILoggerFactory
    {
        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public ILogger CreateLogger(string categoryName) => log;

        public void Dispose()
        {
            // The logger is the test's own.
        }
    }
}

using System.Net;
using System.Text;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Sip.UserAgents;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Sip.Tests.UserAgents;

/// <summary>A caller, and a callee or a scripted far end, on a simulated network under the manual clock.</summary>
internal sealed class SimulatedTown
{
    public static readonly IPEndPoint CallerAddress = new(IPAddress.Parse("192.0.2.1"), 5060);
    public static readonly IPEndPoint FarAddress = new(IPAddress.Parse("192.0.2.2"), 5060);

    private readonly ILoggerFactory _loggers;
    private SimulatedTransport? _far;

    public SimulatedTown(ulong seed = 1, ILoggerFactory? loggers = null)
    {
        _loggers = loggers ?? NullLoggerFactory.Instance;
        Network = new SimulatedNetwork(Time, seed) { Wire = [], Jitter = TimeSpan.Zero };
        Caller = NewAgent(CallerAddress);
    }

    public ManualTimeProvider Time { get; } = new();

    public SimulatedNetwork Network { get; }

    public SipUserAgent Caller { get; private set; }

    /// <summary>What the scripted far end received, in order.</summary>
    public List<SipMessage> Received { get; } = [];

    /// <summary>Called for each message that the scripted far end receives.</summary>
    public Action<SipMessage>? Script { get; set; }

    public SipUserAgent NewAgent(IPEndPoint address, Func<SipUserAgentOptions, SipUserAgentOptions>? change = null)
    {
        var options = new SipUserAgentOptions { Listen = [new SipListenEndPoint(SipTransportProtocol.Udp, address)] };
        var agent = new SipUserAgent(
            change?.Invoke(options) ?? options, Time, _loggers, null, null, listen => Network.Bind(listen.EndPoint), inline: true);
        Assert.True(agent.StartAsync(CancellationToken.None).IsCompletedSuccessfully);
        return agent;
    }

    /// <summary>The caller's process dies and a new one takes its address.</summary>
    public void RestartCaller() => Caller = NewAgent(CallerAddress);

    /// <summary>Puts a far end on the network that does only what the test says.</summary>
    public void ScriptFarEnd(Action<SipMessage>? script = null)
    {
        Script = script;
        _far = Network.Bind(FarAddress);
        _far.Received = (_, bytes) =>
        {
            if (!SipMessageParser.TryParse(bytes, out SipMessage? message, out SipParseError error))
            {
                // Only the refusal of something unreadable may repeat its unreadable headers.
                Assert.Matches("^SIP/2.0 (4|5)", $"{Encoding.UTF8.GetString(bytes)} {error}");
                return;
            }

            Received.Add(message!);
            Script?.Invoke(message!);
        };
    }

    public IEnumerable<SipRequest> Requests(SipMethod method) => Received.OfType<SipRequest>().Where(request => request.Method == method);

    /// <summary>The scripted far end sends a message to the caller.</summary>
    public void Say(SipMessage message) => _far!.Send(Encoding.UTF8.GetBytes(message.ToString()), CallerAddress, mayConnect: false);

    /// <summary>The scripted far end sends bytes of any kind to the caller.</summary>
    public void Say(byte[] bytes) => _far!.Send(bytes, CallerAddress, mayConnect: false);

    /// <summary>The scripted far end answers a request.</summary>
    public SipResponse Reply(SipRequest request, int status, string? tag = "far", string? sdp = null, params (string Name, string Value)[] headers)
    {
        SipResponse response = request.CreateResponse(status, tag);
        if (status is > 100 and < 300)
        {
            response.Headers.Add("Contact", "<sip:phone@192.0.2.2:5060>");
        }

        foreach ((string name, string value) in headers)
        {
            response.Headers.Add(name, value);
        }

        if (sdp is not null)
        {
            response.SetBody("application/sdp", Encoding.UTF8.GetBytes(sdp));
        }

        Say(response);
        return response;
    }

    /// <summary>A request of the scripted far end inside the dialog that an INVITE of the caller made.</summary>
    public SipRequest InDialog(SipRequest invite, SipMethod method, uint sequence, string tag = "far")
    {
        var request = new SipRequest(method, invite.Contacts[0].Uri);
        request.Headers.Add("Via", $"SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bK{method.Name}{sequence}{tag}");
        request.MaxForwards = 70;
        request.From = new NameAddress(null, invite.To!.Uri).WithTag(tag);
        request.To = invite.From;
        request.CallId = invite.CallId;
        request.CSeq = new CSeqHeader(sequence, method);
        request.Headers.Add("Contact", "<sip:phone@192.0.2.2:5060>");
        return request;
    }

    public SipInvite Invite(string number = "+33162000001") => new()
    {
        RequestUri = AgentPair.Uri($"sip:{number}@town.example"),
        Destination = new SipDestination(SipTransportProtocol.Udp, FarAddress),
        From = new NameAddress("Mairie", AgentPair.Uri("sip:+33162000000@town.example")),
        To = new NameAddress(null, AgentPair.Uri($"sip:{number}@town.example")),
        Sdp = AgentPair.Sdp,
    };

    public void Pass(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));
}

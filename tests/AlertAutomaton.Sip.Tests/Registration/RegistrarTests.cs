using AlertAutomaton.Sip.Authentication;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Tests.UserAgents;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Sip.UserAgents;

namespace AlertAutomaton.Sip.Tests.Registration;

/// <summary>Registration and challenged calls against a small registrar, F12 of the fault plan.</summary>
public sealed class RegistrarTests
{
    private static readonly SipCredentials Account = new() { Username = "mairie", Password = "secret", Realm = "trunk.example" };
    private readonly SimulatedTown _town = new();
    private readonly DigestServer _digest;
    private readonly List<SipRegistrationState> _told = [];
    private string _realm = "trunk.example";
    private uint _granted = 3_600;
    private int? _refusal;

    public RegistrarTests()
    {
        _digest = new DigestServer(new DigestServerOptions { Realm = "trunk.example" }, _town.Time);
        _town.ScriptFarEnd(Answer);
    }

    [Fact]
    public void A_registration_answers_the_challenge_and_refreshes_at_a_margin_without_another_one()
    {
        _granted = 120;
        SipRegistration registration = Register(Account);
        _town.Pass(1);
        Assert.Equal(SipRegistrationState.Registered, registration.State);
        SipRequest[] registers = [.. _town.Requests(SipMethod.Register)];
        Assert.Equal(2, registers.Length);
        Assert.Equal("sip:trunk.example", registers[0].RequestUri.ToString());
        Assert.False(registers[0].Headers.Contains("Authorization"));
        Assert.Contains("algorithm=SHA-256", registers[1].Headers.GetFirst("Authorization"));
        Assert.Equal(["sip:edge.trunk.example;lr"], registration.ServiceRoute.Select(route => route.Uri.ToString()));

        _town.Pass(97);
        registers = [.. _town.Requests(SipMethod.Register)];
        Assert.Equal(3, registers.Length);
        Assert.Contains("nc=00000002", registers[2].Headers.GetFirst("Authorization"));
        Assert.Single(registers.Select(register => register.CallId).Distinct());
        Assert.Equal([1u, 2u, 3u], registers.Select(register => register.CSeq!.Value.Number));
        Assert.Equal([SipRegistrationState.Registered], _told);
    }

    [Fact]
    public async Task A_registration_is_taken_back_at_the_end()
    {
        SipRegistration registration = Register(Account);
        _town.Pass(1);
        Task stopped = registration.StopAsync();
        _town.Pass(0.2);

        Assert.Equal(0u, _town.Requests(SipMethod.Register).Last().Expires);
        Assert.Equal(SipRegistrationState.Stopped, registration.State);
        await stopped.WaitAsync(AgentPair.Patience);
        _town.Pass(7_200);
        Assert.Equal(0u, _town.Requests(SipMethod.Register).Last().Expires);
        Assert.Equal(new SipUserAgentSnapshot(0, 0, 0, 0, 0), _town.Caller.Snapshot);
    }

    [Fact]
    public void A_wrong_password_is_tried_at_most_twice_and_then_rests_for_five_minutes()
    {
        SipRegistration registration = Register(Account with { Password = "wrong" });
        _town.Pass(10);
        Assert.Equal(SipRegistrationState.Failed, registration.State);
        Assert.Contains("401", registration.LastFailure);
        int first = _town.Requests(SipMethod.Register).Count();
        Assert.InRange(first, 2, 3);
        _town.Pass(280);
        Assert.Equal(first, _town.Requests(SipMethod.Register).Count());
        _town.Pass(20);
        Assert.InRange(_town.Requests(SipMethod.Register).Count(), first + 1, first * 2);
    }

    [Fact]
    public void No_password_is_shown_to_a_foreign_realm()
    {
        _realm = "stranger.example";
        SipRegistration registration = Register(Account);
        _town.Pass(10);

        Assert.Equal(SipRegistrationState.Failed, registration.State);
        Assert.DoesNotContain(_town.Network.Wire!, packet => packet.Text.Contains("Authorization:", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_banned_account_never_hammers()
    {
        _refusal = 403;
        Register(Account);
        _town.Pass(3_600);
        Assert.InRange(_town.Requests(SipMethod.Register).Count(), 2, 13);
    }

    [Fact]
    public void A_challenged_call_is_placed_with_credentials_and_the_next_one_without_a_challenge()
    {
        foreach (int expected in new[] { 2, 1 })
        {
            _town.Received.Clear();
            var handler = new RecordingHandler { WhenAnswered = call => call.Bye() };
            _town.Caller.Invite(_town.Invite() with { Credentials = Account }, handler);
            _town.Pass(1);

            Assert.Equal(expected, _town.Requests(SipMethod.Invite).Count());
            Assert.True(handler.HasAnswered);
            Assert.Equal(SipCallEndKind.LocalHangUp, handler.End.Kind);

            // §22.1: the ACK of a 2xx carries the credentials of its INVITE.
            SipRequest invite = _town.Requests(SipMethod.Invite).Last();
            Assert.Equal(invite.Headers.GetFirst("Proxy-Authorization"), _town.Requests(SipMethod.Ack).Last().Headers.GetFirst("Proxy-Authorization"));
        }
    }

    [Fact]
    public void A_call_whose_password_is_refused_ends_after_two_tries()
    {
        var handler = new RecordingHandler();
        _town.Caller.Invite(_town.Invite() with { Credentials = Account with { Password = "wrong" } }, handler);
        _town.Pass(2);

        Assert.Equal(407, handler.End.StatusCode);
        Assert.InRange(_town.Requests(SipMethod.Invite).Count(), 2, 3);
    }

    private SipRegistration Register(SipCredentials account)
    {
        SipRegistration registration = _town.Caller.Register(new SipRegistrationOptions
        {
            Name = "operator",
            Registrar = AgentPair.Uri("sip:trunk.example"),
            AddressOfRecord = AgentPair.Uri("sip:mairie@trunk.example"),
            Credentials = account,
            Destination = _ => ValueTask.FromResult<SipDestination?>(new(SipTransportProtocol.Udp, SimulatedTown.FarAddress)),
        });
        registration.StateChanged += (_, _) => _told.Add(registration.State);
        return registration;
    }

    private void Answer(SipMessage message)
    {
        if (message is not SipRequest request || request.Method == SipMethod.Ack)
        {
            return;
        }

        if (_refusal is { } status)
        {
            _town.Reply(request, status);
            return;
        }

        bool asProxy = request.Method != SipMethod.Register;
        DigestServer server = _realm == "trunk.example" ? _digest : new DigestServer(new DigestServerOptions { Realm = _realm }, _town.Time);
        if (server.Verify(request, asProxy, user => user == "mairie" ? "secret" : null, out _) != DigestServerVerdict.Accepted)
        {
            SipHeader[] challenges = [.. server.CreateChallenges(asProxy, stale: false)];
            _town.Reply(request, asProxy ? 407 : 401, "far", null, [.. challenges.Select(header => (header.Name, header.Value))]);
            return;
        }

        SipResponse response = request.CreateResponse(200, "far");
        if (request.Method == SipMethod.Register)
        {
            uint granted = Math.Min(_granted, request.Expires ?? _granted);
            response.Headers.Add("Contact", request.Contacts[0].WithParameter("expires", granted.ToString()).ToString());
            response.Headers.Add("Service-Route", "<sip:edge.trunk.example;lr>");
        }
        else
        {
            response.Headers.Add("Contact", "<sip:phone@192.0.2.2:5060>");
        }

        _town.Say(response);
    }
}

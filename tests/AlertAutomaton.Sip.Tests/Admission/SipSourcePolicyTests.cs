using System.Net;
using AlertAutomaton.Sip.Admission;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Sip.Tests.Admission;

public class SipSourcePolicyTests
{
    private static readonly IPAddress Trunk = IPAddress.Parse("192.0.2.10");
    private static readonly IPAddress Stranger = IPAddress.Parse("198.51.100.66");
    private readonly ManualTimeProvider _time = new();
    private readonly RecordingLogger _log = new();

    [Fact]
    public void Packets_from_outside_the_trunks_are_dropped()
    {
        var policy = Policy(new SipSourceOptions { Trusted = [IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("2001:db8::/32")] });
        Assert.Equal(SipAdmission.Stranger, policy.Admit(Stranger, "OPTIONS "u8));
        Assert.Equal(SipAdmission.Stranger, policy.Admit(Stranger, "SIP/2.0 200 OK"u8));
        Assert.False(policy.MayConnect(Stranger));
        Assert.Equal(SipAdmission.Admitted, policy.Admit(Trunk, "OPTIONS "u8));
        Assert.Equal(SipAdmission.Admitted, policy.Admit(Trunk.MapToIPv6(), "OPTIONS "u8));
        Assert.Equal(SipAdmission.Admitted, policy.Admit(IPAddress.Parse("2001:db8::7"), "OPTIONS "u8));
        Assert.Equal(3, policy.StrangersDropped);
    }

    [Fact]
    public void Addresses_that_a_trunk_name_leads_to_are_trusted_until_they_are_replaced()
    {
        var policy = Policy(new SipSourceOptions());
        policy.Trust([Stranger]);
        Assert.Equal(SipAdmission.Admitted, policy.Admit(Stranger, "OPTIONS "u8));
        policy.Trust([Trunk]);
        Assert.Equal(SipAdmission.Stranger, policy.Admit(Stranger, "OPTIONS "u8));
    }

    [Fact]
    public void A_flood_of_requests_from_a_trunk_is_cut_to_its_rate_while_its_responses_pass()
    {
        var policy = Policy(new SipSourceOptions { Trusted = [IPNetwork.Parse("192.0.2.0/24")], RequestsPerSecond = 10, RequestBurst = 20 });
        var admitted = 0;
        for (var tenth = 0; tenth < 100; tenth++)
        {
            for (var i = 0; i < 50; i++)
            {
                admitted += policy.Admit(Trunk, "INVITE "u8) == SipAdmission.Admitted ? 1 : 0;
                Assert.Equal(SipAdmission.Admitted, policy.Admit(Trunk, "SIP/2.0 180 Ringing"u8));
            }

            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.InRange(admitted, 118, 120);
        Assert.Equal(5_000 - admitted, policy.TooFastDropped);
        Assert.Equal(SipAdmission.Admitted, policy.Admit(IPAddress.Parse("192.0.2.11"), "INVITE "u8));
    }

    [Fact]
    public void A_flood_from_ever_new_sources_takes_bounded_memory()
    {
        var policy = Policy(new SipSourceOptions { AcceptsStrangers = true, RememberedSources = 100 });
        for (var i = 0; i < 100_000; i++)
        {
            Assert.Equal(SipAdmission.Admitted, policy.Admit(new IPAddress(0x0A000000L + i), "OPTIONS "u8));
        }

        Assert.Equal(100, policy.RememberedSources);
    }

    [Fact]
    public void Where_strangers_are_accepted_each_of_them_has_a_small_rate()
    {
        var policy = Policy(new SipSourceOptions { AcceptsStrangers = true, StrangerPacketsPerSecond = 5 });
        var admitted = Enumerable.Range(0, 1000).Count(_ => policy.Admit(Stranger, "SIP/2.0 200"u8) == SipAdmission.Admitted);
        Assert.Equal(10, admitted);
    }

    [Fact]
    public void Ten_thousand_probes_leave_one_log_line_an_interval_with_their_number()
    {
        var policy = Policy(new SipSourceOptions());
        for (var i = 0; i < 10_000; i++)
        {
            policy.Admit(Stranger, "OPTIONS "u8);
        }

        Assert.Single(_log.Lines);
        _time.Advance(TimeSpan.FromSeconds(11));
        policy.Admit(Stranger, "OPTIONS "u8);
        Assert.Equal(2, _log.Lines.Count);
        Assert.Contains("10000 from outside", _log.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Options_out_of_range_are_reported_together()
    {
        var fault = Assert.Throws<ArgumentException>(() => Policy(new SipSourceOptions { RequestBurst = 0, RememberedSources = 1 }));
        Assert.Contains("rates", fault.Message, StringComparison.Ordinal);
        Assert.Contains("RememberedSources", fault.Message, StringComparison.Ordinal);
    }

    private SipSourcePolicy Policy(SipSourceOptions options) => new(options, _time, _log);
}

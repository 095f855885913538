using AlertAutomaton.Telephony.Trunks;

namespace AlertAutomaton.Telephony.Tests;

public sealed class TelephonyOptionsReaderTests
{
    private static readonly TrunkOptions Good = new() { Name = "operator", Uri = "sip:sip.example.net:5060;transport=udp", CallerId = "+33162000000" };

    [Fact]
    public void Good_options_have_no_problems() => Assert.Empty(TelephonyOptionsReader.Problems(new TelephonyOptions { Trunks = [Good] }));

    [Fact]
    public void Every_problem_is_told_at_once()
    {
        var problems = TelephonyOptionsReader.Problems(new TelephonyOptions
        {
            Listen = ["carrier-pigeon:5060"], FirstRtpPort = 30000, LastRtpPort = 20000, Trunks = [Good with { Channels = 0 }, Good with { CallsPerSecond = double.NaN }],
        });
        Assert.Equal(["Listen", "RtpPorts", "Trunks", "Trunk", "Trunk", "Trunk"], problems.Select(problem => problem.Split(' ', ':')[0]));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_trunk_is_named_with_its_problem(string part, TrunkOptions trunk)
    {
        string problem = Assert.Single(TelephonyOptionsReader.Problems(new TelephonyOptions { Trunks = [trunk] }));
        Assert.StartsWith($"Trunk '{trunk.Name}'", problem, StringComparison.Ordinal);
        Assert.Contains(part, problem, StringComparison.Ordinal);
    }

    public static TheoryData<string, TrunkOptions> Wrong() => new()
    {
        { "name", Good with { Name = "a;b" } },
        { "name", Good with { Name = string.Empty } },
        { "SIP address", Good with { Uri = "http://example.net" } },
        { "SIP address", Good with { Uri = "sip:" } },
        { "Channels", Good with { Channels = 10_001 } },
        { "ReservedChannels", Good with { Channels = 5, ReservedChannels = 5 } },
        { "CallsPerSecond", Good with { CallsPerSecond = 0 } },
        { "codec", Good with { Codecs = ["PCMA", "G729"] } },
        { "Codecs", Good with { Codecs = [] } },
        { "Username", Good with { Register = true } },
        { "+33162000000", Good with { CallerId = "0162000000" } },
        { "+33162000000", Good with { Prefixes = ["33"] } },
        { "192.0.2.0/24", Good with { Sources = ["operator.example"] } },
        { "90 s", Good with { SessionExpires = TimeSpan.FromSeconds(30) } },
        { "FailuresToGoDown", Good with { FailuresToGoDown = 0 } },
    };
}

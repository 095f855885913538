using System.Text;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Daemon.Configuration;
using AlertAutomaton.Daemon.Hosting.Mapping;

namespace AlertAutomaton.Daemon.Tests.Configuration;

public sealed class PolicyConfigurationTests
{
    [Fact]
    public void A_configured_policy_becomes_the_engines_own_and_stands_beside_the_built_in_ones()
    {
        var policies = Read("""
            { "Name": "flood", "NumberFloorSeconds": 90, "HeardIsEnoughAfter": 2, "NetworkBackOffSeconds": [1, 2.5], "QuietFrom": "22:00", "QuietTo": "06:30",
              "QuietDays": ["sunday"], "Lanes": [ { "Lines": "mobile", "Passes": 2, "PassDelaysSeconds": [30, 60], "TriesPerPoint": 4, "Voicemail": "LastPass" } ] }
            """);

        Assert.Equal(["alert", "information", "convocation", "flood"], policies.Select(policy => policy.Name));
        var flood = policies[3];
        Assert.Equal(TimeSpan.FromSeconds(90), flood.NumberFloor);
        Assert.Equal(2, flood.HeardIsEnoughAfter);
        Assert.Equal([1.0, 2.5], flood.NetworkBackOff.Select(wait => wait.TotalSeconds));
        Assert.Equal((new TimeOnly(22, 0), new TimeOnly(6, 30)), (flood.QuietHours!.From, flood.QuietHours.To));
        Assert.Equal([DayOfWeek.Sunday], flood.QuietHours.QuietDays);
        var lane = Assert.Single(flood.Lanes);
        Assert.Equal((LineFilter.Mobile, 2, 4, VoicemailMode.LastPass), (lane.Lines, lane.Passes, lane.TriesPerPoint, lane.Voicemail));
        Assert.Equal([30.0, 60.0], lane.PassDelays.Select(wait => wait.TotalSeconds));
        Assert.Empty(DeliveryPolicyValidator.Validate(flood));
    }

    [Fact]
    public void A_built_in_policy_is_replaced_by_one_of_its_name()
    {
        var policies = Read("""{ "Name": "Alert", "Lanes": [ { "Passes": 1 } ] }""");

        Assert.Equal(["information", "convocation", "Alert"], policies.Select(policy => policy.Name));
        Assert.Equal(1, policies[2].Lanes[0].Passes);
    }

    [Fact]
    public void A_ladder_between_channels_is_read()
    {
        var policy = Read("""
            { "Name": "meeting", "Purpose": "Convocation", "AnswerWaitSeconds": 3600, "DeliveredIsEnough": true,
              "Lanes": [ { "Channel": "Sms", "Passes": 1 }, { "Channel": "Email", "OnlyWithout": ["Sms"] }, { "Channel": "Sms", "OnEventDayAt": "08:30" },
                         { "Channel": "Voice", "OnlyWith": "Sms", "Audience": "Trusted", "OnlyVulnerable": true } ] }
            """)[3];

        Assert.Equal((AlertPurpose.Convocation, TimeSpan.FromHours(1), true), (policy.Purpose, policy.AnswerWait, policy.DeliveredIsEnough));
        Assert.Equal([ChannelKind.Sms, ChannelKind.Email, ChannelKind.Sms, ChannelKind.Voice], policy.Lanes.Select(lane => lane.Channel));
        Assert.Equal([ChannelKind.Sms], policy.Lanes[1].OnlyWithout);
        Assert.Equal(new TimeOnly(8, 30), policy.Lanes[2].OnEventDayAt);
        Assert.Equal(ChannelKind.Sms, policy.Lanes[3].OnlyWith);
    }

    [Fact]
    public void A_lane_without_a_number_of_passes_goes_on_until_the_lifetime_ends() =>
        Assert.Null(Read("""{ "Name": "flood", "Lanes": [ { } ] }""")[3].Lanes[0].Passes);

    private static IReadOnlyList<DeliveryPolicy> Read(string policy)
    {
        var text = $$"""
            { "Organisation": { "Name": "Valbourg" },
              "Sip": { "Trunks": [ { "Name": "operator", "Uri": "sip:192.0.2.10", "CallerId": "+33162000000" } ] },
              "Policies": [ {{policy}} ] }
            """;
        var reading = ConfigurationReader.Read("test", Encoding.UTF8.GetBytes(text), []);
        Assert.Empty(reading.Problems);
        return PolicyMapping.All(reading.Options!.Policies);
    }
}

using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;

namespace AlertAutomaton.Interop.Tests;

/// <summary>Kamailio stands between the daemon and the residents, as an operator does.</summary>
public sealed class KamailioOperatorTests
{
    [Theory]
    [InlineData("MD5", "udp")]
    [InlineData("SHA-256", "udp")]
    [InlineData("MD5", "tcp")]
    public async Task Calls_go_through_a_registrar_that_asks_for_a_password_and_stays_in_the_route(string algorithm, string transport)
    {
        using var run = new AlertRun();
        await using SippTrunk town = await SippTrunk.StartAsync("answers_and_presses_1", run.Folder);
        await using KamailioOperator kamailio = await KamailioOperator.StartAsync(run.Folder, town.Port, algorithm);
        AlertSummary summary = await run.SendAsync([Line(kamailio, transport)], ["0639980001", "0639980002", "0639980003"]);
        Assert.True(summary.Confirmed == 3, summary.Text + town.Errors() + kamailio.Output);
        Assert.Contains("REGISTERED", kamailio.Output, StringComparison.Ordinal);
        Assert.Equal((3, 0), await town.CountAsync(3));
    }

    [Fact]
    public async Task A_wrong_password_is_the_networks_failure_and_is_not_hammered()
    {
        using var run = new AlertRun { MoreArguments = ["--lifetime", "30s"] };
        await using SippTrunk town = await SippTrunk.StartAsync("answers_and_presses_1", run.Folder);
        await using KamailioOperator kamailio = await KamailioOperator.StartAsync(run.Folder, town.Port, "MD5");
        AlertSummary summary = await run.SendAsync([Line(kamailio, "udp") with { Password = "another" }], ["0639980001"]);
        Assert.Equal(1, summary.Unreached);
        Assert.Equal((0, 0), await town.CountAsync(0));
    }

    private static TrunkLine Line(KamailioOperator kamailio, string transport) =>
        new("operator", $"sip:127.0.0.1:{kamailio.Port};transport={transport}")
        {
            Register = true,
            Username = "mairie",
            Password = "le-secret",
        };
}

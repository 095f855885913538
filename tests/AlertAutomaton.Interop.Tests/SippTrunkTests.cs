using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;

namespace AlertAutomaton.Interop.Tests;

/// <summary>SIPp is the operator: what a trunk does to a call, and what the alert makes of it.</summary>
public sealed class SippTrunkTests
{
    private static readonly string[] ThreeHomes = ["0639980001", "0639980002", "0639980003"];

    [Theory]
    [InlineData("answers_and_presses_1")]
    [InlineData("answers_and_presses_2")]
    [InlineData("presses_1_by_info")]
    [InlineData("wants_prack")]
    [InlineData("holds_and_resumes")]
    [InlineData("reinvites_without_offer")]
    public async Task A_household_that_presses_a_key_is_confirmed(string scenario)
    {
        using var run = new AlertRun();
        await using SippTrunk trunk = await SippTrunk.StartAsync(scenario, run.Folder);
        AlertSummary summary = await run.SendAsync([Line(trunk)], ThreeHomes);
        (int successful, int failed) = await trunk.CountAsync(summary.Attempts);
        Assert.True(summary.Confirmed == 3 && failed == 0 && successful == 3, $"SIPp: {successful} successful, {failed} failed\n{summary.Text}{trunk.Errors()}");
        Assert.Equal(3, summary.Attempts);
    }

    [Fact]
    public async Task Keys_are_understood_over_tcp()
    {
        using var run = new AlertRun();
        await using SippTrunk trunk = await SippTrunk.StartAsync("answers_and_presses_1", run.Folder, "-t", "t1");
        AlertSummary summary = await run.SendAsync([Line(trunk) with { Uri = $"sip:127.0.0.1:{trunk.Port};transport=tcp" }], ThreeHomes);
        Assert.True(summary.Confirmed == 3, summary.Text + trunk.Errors());
    }

    [Fact]
    public async Task A_trunk_that_loses_a_fifth_of_the_packets_still_carries_every_call_once()
    {
        using var run = new AlertRun();
        await using SippTrunk trunk = await SippTrunk.StartAsync("answers_and_presses_1", run.Folder, "-lost", "20");
        string[] homes = [.. Enumerable.Range(1, 20).Select(home => $"06399801{home:00}")];
        AlertSummary summary = await run.SendAsync([Line(trunk)], homes);
        Assert.True(summary.Confirmed == 20, summary.Text + trunk.Errors());
    }

    [Fact]
    public async Task A_trunk_out_of_service_hands_its_calls_to_the_next_one_at_once()
    {
        using var run = new AlertRun();
        await using SippTrunk down = await SippTrunk.StartAsync("unavailable_with_retry_after", run.Folder);
        await using SippTrunk up = await SippTrunk.StartAsync("answers_and_presses_1", run.Folder);
        AlertSummary summary = await run.SendAsync([Line(down), Line(up) with { Name = "second", Priority = 2 }], ThreeHomes);
        Assert.True(summary.Confirmed == 3, summary.Text + up.Errors() + down.Errors());
        Assert.True(summary.DurationSeconds < 30, summary.Text);
    }

    [Fact]
    public async Task A_number_that_does_not_exist_is_not_called_again()
    {
        using var run = new AlertRun();
        await using SippTrunk trunk = await SippTrunk.StartAsync("not_found", run.Folder);
        AlertSummary summary = await run.SendAsync([Line(trunk)], ThreeHomes);
        Assert.Equal(3, summary.Unreached);
        Assert.Equal(3, summary.Attempts);
    }

    [Fact]
    public async Task A_refusal_is_not_rung_again_on_another_trunk()
    {
        using var run = new AlertRun();
        await using SippTrunk first = await SippTrunk.StartAsync("declines", run.Folder);
        await using SippTrunk second = await SippTrunk.StartAsync("answers_and_presses_1", run.Folder);
        AlertSummary summary = await run.SendAsync([Line(first), Line(second) with { Name = "second", Priority = 2 }], ["0639980001"]);
        Assert.Equal(1, summary.Unreached);
        Assert.Equal((0, 0), await second.CountAsync(0));
    }

    private static TrunkLine Line(SippTrunk trunk) => new("operator", $"sip:127.0.0.1:{trunk.Port}");
}

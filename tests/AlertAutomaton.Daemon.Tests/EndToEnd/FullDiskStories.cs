using System.Net;
using AlertAutomaton.Daemon.Hosting;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>A disk that is full, through the real store and the HTTP face.</summary>
public sealed class FullDiskStories
{
    private const string Busy = "+33639980100";

    [Fact]
    public async Task An_order_that_finds_no_space_is_answered_with_507_and_the_cause_and_nothing_of_it_is_kept()
    {
        await using var town = await TownFixture.StartAsync(Busy);
        await using var daemon = await town.StartDaemonAsync(new EngineExtras { LargestDatabasePages = 150 });
        using var client = new ApiClient(new Uri(daemon.Urls[0]), town);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).Status);

        var (status, problem) = await client.LaunchAsync(ApiClient.Order(Enumerable.Range(0, 9_000).Select(i => $"+336399{i:D5}")), "large");

        Assert.Equal(HttpStatusCode.InsufficientStorage, status);
        Assert.Equal("/problems/no-space", problem.GetProperty("type").GetString());
        Assert.NotEqual("", problem.GetProperty("detail").GetString());
        var health = await client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.Status);
        Assert.Contains("DiskFull", health.Body.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, (await client.GetAsync("/api/v1/alerts")).Body.GetProperty("items").GetArrayLength());

        await Until.TrueAsync(async () => (await client.GetAsync("/health/ready")).Status == HttpStatusCode.OK, TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.Created, (await client.LaunchAsync(ApiClient.Order([Busy]), "small")).Status);
    }
}

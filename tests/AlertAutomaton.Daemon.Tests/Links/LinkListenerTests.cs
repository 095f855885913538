using System.Net;
using AlertAutomaton.Daemon.Tests.EndToEnd;

namespace AlertAutomaton.Daemon.Tests.Links;

public sealed class LinkListenerTests
{
    [Fact]
    public async Task The_daemon_serves_links_on_a_listener_of_their_own()
    {
        await using var town = await TownFixture.StartAsync("+33639980150");
        string configuration = await File.ReadAllTextAsync(town.Configuration, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            town.Configuration,
            configuration.Replace("\"Calls\":", "\"Links\": { \"BaseUrl\": \"https://alerte.example.org\", \"Urls\": [\"http://127.0.0.1:0\"] }, \"Calls\":", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        await using var daemon = await town.StartDaemonAsync();
        using var links = new HttpClient { BaseAddress = new Uri(Assert.Single(daemon.LinkUrls)) };
        using var api = new HttpClient { BaseAddress = new Uri(daemon.Urls[0]) };

        Assert.Equal("live\n", await links.GetStringAsync("/health/live"));
        Assert.Equal(HttpStatusCode.NotFound, (await links.GetAsync("/api/v1/status")).StatusCode);
        Assert.Equal("text/html", (await links.GetAsync("/a/unknownunknown00")).Content.Headers.ContentType!.MediaType);
        Assert.Equal("application/problem+json", (await api.GetAsync("/a/unknownunknown00")).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Without_a_base_address_there_are_no_links()
    {
        await using var town = await TownFixture.StartAsync("+33639980150");
        await using var daemon = await town.StartDaemonAsync();
        Assert.Empty(daemon.LinkUrls);
    }
}

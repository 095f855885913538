using System.Net;
using System.Text;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>Orders that are wrong, huge or sent many times, against the whole daemon with its real store.</summary>
public sealed class HostileOrderTests
{
    private const string Busy = "+33639980100";

    [Fact]
    public async Task Fifty_repetitions_of_one_order_at_the_same_time_launch_one_alert()
    {
        await using var town = await TownFixture.StartAsync(Busy);
        await using var daemon = await town.StartDaemonAsync();
        using var client = new ApiClient(new Uri(daemon.Urls[0]), town);
        var order = ApiClient.Order([Busy]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.LaunchAsync(order, "same")));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal(49, answers.Count(answer => answer.Status == HttpStatusCode.OK && answer.Body.GetProperty("alreadyAccepted").GetBoolean()));
        Assert.Single(answers.Select(answer => answer.Body.GetProperty("id").GetString()).Distinct());
        Assert.Equal(1, (await client.GetAsync("/api/v1/alerts")).Body.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Fifty_different_orders_under_one_key_launch_one_alert_and_refuse_the_others()
    {
        await using var town = await TownFixture.StartAsync(Busy);
        await using var daemon = await town.StartDaemonAsync();
        using var client = new ApiClient(new Uri(daemon.Urls[0]), town);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => client.LaunchAsync(ApiClient.Order([Busy], $"River {i}"), "same")));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal(49, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Ten_thousand_households_are_accepted_whole_and_stop_at_once()
    {
        await using var town = await TownFixture.StartAsync(Busy);
        await using var daemon = await town.StartDaemonAsync();
        using var client = new ApiClient(new Uri(daemon.Urls[0]), town);
        var order = ApiClient.Order(Enumerable.Range(0, 10_000).Select(i => $"+336399{i:D5}"));

        var (status, body) = await client.LaunchAsync(order, "large");
        var stopped = await client.PostAsync($"/api/v1/alerts/{body.GetProperty("id").GetString()}/stop", "{\"reason\":\"a test\"}"u8.ToArray(), "application/json");

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(10_000, body.GetProperty("recipients").GetInt32());
        Assert.Equal(HttpStatusCode.OK, stopped.Status);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-99")]
    public async Task A_body_that_is_no_order_is_a_problem_with_a_status_of_four_hundred_and_the_daemon_goes_on(string contentType)
    {
        await using var town = await TownFixture.StartAsync(Busy);
        await using var daemon = await town.StartDaemonAsync();
        using var client = new ApiClient(new Uri(daemon.Urls[0]), town);
        byte[][] bodies =
        [
            Bomb('['),
            Encoding.UTF8.GetBytes("{\"title\":" + new string('[', 2 * 1024 * 1024)),
            Encoding.UTF8.GetBytes("{\"title\":\"" + new string('x', 2 * 1024 * 1024) + "\"}"),
            "not json"u8.ToArray(),
            [0xFF, 0xFE, 0x00, 0x80],
            [],
            "null"u8.ToArray(),
            "{\"recipients\":null,\"messages\":[null],\"title\":null}"u8.ToArray(),
            "{\"title\":\"a\",\"kind\":\"exercise\",\"messages\":[null],\"recipients\":[null]}"u8.ToArray(),
            Encoding.UTF8.GetBytes("{\"title\":\"a\",\"messages\":[],\"recipients\":[],\"kind\":\"" + new string('k', 1024 * 1024) + "\"}"),
            "{\"title\":\"\\ud800\",\"kind\":\"exercise\",\"messages\":[],\"recipients\":[],\"lifetimeSeconds\":1e308}"u8.ToArray(),
        ];

        foreach (var body in bodies)
        {
            foreach (var path in new[] { "/api/v1/alerts", "/api/v1/forecast" })
            {
                var (status, problem) = await client.PostAsync(path, body, contentType);
                Assert.InRange((int)status, 400, 422);
                Assert.InRange(problem.ToString().Length, 1, 20_000);
                Assert.StartsWith("/problems/", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
            }
        }

        Assert.Equal(HttpStatusCode.Created, (await client.LaunchAsync(ApiClient.Order([Busy]), "good")).Status);
    }

    private static byte[] Bomb(char opening) => Encoding.UTF8.GetBytes(new string(opening, 2 * 1024 * 1024));
}

using System.Net;
using System.Net.Http.Json;
using AlertAutomaton.Alerting.Usage;
using AlertAutomaton.Contracts.Problems;
using AlertAutomaton.Contracts.Usage;
using AlertAutomaton.Daemon.CommandLine.Usage;
using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.Daemon.Tests.Http;

namespace AlertAutomaton.Daemon.Tests.Usage;

public sealed class UsageApiTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("?month=2026-02", "2026-02")]
    public async Task A_month_is_asked_for_by_its_name_or_is_the_present_one(string query, string? month)
    {
        await using var face = await HttpFaceFixture.StartAsync();

        var usage = await face.Client.GetFromJsonAsync<UsageResource>("/api/v1/usage" + query);

        Assert.Equal(month, face.Desk.AskedMonth?.ToString());
        Assert.Equal(1.25m, usage!.Total.Amount);
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("")]
    [InlineData("next")]
    public async Task What_is_no_month_is_refused(string month)
    {
        await using var face = await HttpFaceFixture.StartAsync();

        var answer = await face.Client.GetAsync("/api/v1/usage?month=" + month);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("/problems/invalid-query", (await answer.Content.ReadFromJsonAsync<ApiProblem>())!.Type);
    }

    [Fact]
    public async Task A_launch_over_a_limit_is_refused_with_the_reason()
    {
        await using var face = await HttpFaceFixture.StartAsync();
        face.Desk.NextLaunch = new LaunchOutcome.OverQuota("SMS segments this month: 90 used.");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/alerts")
        {
            Content = JsonContent.Create(EndToEnd.ApiClient.Order(["+33639980030"])),
        };
        request.Headers.Add("Idempotency-Key", "k");

        var answer = await face.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<ApiProblem>();
        Assert.Equal(("/problems/quota-exceeded", "SMS segments this month: 90 used."), (problem!.Type, problem.Detail));
    }

    [Fact]
    public async Task A_month_becomes_rows_that_a_spreadsheet_reads_and_does_not_run()
    {
        var usage = await new DeskDouble().UsageAsync(new CalendarMonth(2026, 11), CancellationToken.None);
        using var output = new StringWriter();

        UsageCsv.Write(output, usage);

        Assert.Equal(
            "month,channel,line,texts,segments,calls_begun,calls_answered,call_seconds,mails,amount,currency,unpriced\r\n"
            + "2026-11,voice,'=operator,2,5,3,1,61,0,1.25,EUR,0\r\n",
            output.ToString());
    }
}

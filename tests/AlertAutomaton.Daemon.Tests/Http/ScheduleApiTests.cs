using System.Net;
using System.Net.Http.Json;
using System.Text;
using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Contracts.Problems;
using AlertAutomaton.Contracts.Schedules;
using AlertAutomaton.Daemon.Desk.Scheduling;

namespace AlertAutomaton.Daemon.Tests.Http;

public sealed class ScheduleApiTests
{
    private const string Address = "/api/v1/scheduled-alerts";
    private const string Order = """
        { "title": "Siren test", "kind": "test",
          "messages": [ { "language": "en", "text": "This is a test" } ],
          "recipients": [ { "name": "Household", "phones": [ "+33199000001" ] } ],
          "eventAt": "2030-01-07T18:00:00+01:00", "remindBefore": [ "9h" ], "lateLaunch": "30m",
          "schedule": { "every": "month", "week": 1, "days": [ "wednesday" ], "time": "12:00", "leftOut": [ "2030-05-01" ] } }
        """;

    [Theory]
    [InlineData(false, HttpStatusCode.Created)]
    [InlineData(true, HttpStatusCode.OK)]
    public async Task A_planned_alert_is_answered_with_its_address_and_its_moments(bool already, HttpStatusCode expected)
    {
        await using var face = await HttpFaceFixture.StartAsync();
        var response = new PlanAlertResponse
        {
            Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
            AlreadyAccepted = already,
            Recipients = 1,
            Upcoming = [new UpcomingOccurrence(new DateTimeOffset(2030, 1, 2, 12, 0, 0, TimeSpan.FromHours(1)), false)],
        };
        face.Schedules.NextPlan = new PlanOutcome.Accepted(response);

        using var answer = await PlanAsync(face, Order, "key-1");

        Assert.Equal(expected, answer.StatusCode);
        var accepted = await answer.Content.ReadFromJsonAsync<PlanAlertResponse>();
        Assert.Equal((response.Id, response.Upcoming[0]), (accepted!.Id, accepted.Upcoming[0]));
        Assert.Equal(already ? null : $"{Address}/{response.Id}", answer.Headers.Location?.ToString());
        var asked = face.Schedules.Asked!;
        Assert.Equal(("month", 1, "12:00", "30m", "Siren test"), (asked.Schedule.Every, asked.Schedule.Week, asked.Schedule.Time, asked.LateLaunch, asked.Title));
        Assert.Equal(new DateTimeOffset(2030, 1, 7, 17, 0, 0, TimeSpan.Zero), asked.EventAt);
    }

    [Fact]
    public async Task What_stands_against_planning_is_a_problem_of_its_kind()
    {
        await using var face = await HttpFaceFixture.StartAsync();

        face.Schedules.NextPlan = new PlanOutcome.Invalid([new FieldProblem("/schedule/cron", "five fields")]);
        await AssertProblemAsync(await PlanAsync(face, Order, "key"), HttpStatusCode.BadRequest, "/problems/invalid-order", "/schedule/cron");
        face.Schedules.NextPlan = new PlanOutcome.KeyConflict();
        await AssertProblemAsync(await PlanAsync(face, Order, "key"), HttpStatusCode.Conflict, "/problems/idempotency-key-conflict");
        face.Schedules.NextPlan = new PlanOutcome.NoSpace("full");
        await AssertProblemAsync(await PlanAsync(face, Order, "key"), HttpStatusCode.InsufficientStorage, "/problems/no-space");
        face.Schedules.NextPlan = new PlanOutcome.Unavailable("busy");
        await AssertProblemAsync(await PlanAsync(face, Order, "key"), HttpStatusCode.ServiceUnavailable, "/problems/unavailable");
        await AssertProblemAsync(await PlanAsync(face, Order, null), HttpStatusCode.BadRequest, "/problems/missing-idempotency-key");
        var unknownMember = Order.Replace("\"time\"", "\"tyme\"", StringComparison.Ordinal);
        await AssertProblemAsync(await PlanAsync(face, unknownMember, "key"), HttpStatusCode.BadRequest, "/problems/not-json", "/schedule/tyme");
        face.Client.DefaultRequestHeaders.Authorization = null;
        await AssertProblemAsync(await PlanAsync(face, Order, "key"), HttpStatusCode.Unauthorized, "/problems/not-allowed");
    }

    [Theory]
    [InlineData("pause", ScheduleChange.Pause)]
    [InlineData("resume", ScheduleChange.Resume)]
    [InlineData("cancel", ScheduleChange.Cancel)]
    public async Task A_change_wants_the_token_and_takes_a_reason(string path, ScheduleChange change)
    {
        await using var face = await HttpFaceFixture.StartAsync();
        var id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

        using var unknown = await face.Client.PostAsJsonAsync($"{Address}/{id}/{path}", new { reason = "the river fell" });
        await AssertProblemAsync(unknown, HttpStatusCode.NotFound, "/problems/unknown-scheduled-alert");
        Assert.Equal((id, change, "the river fell"), face.Schedules.Changed);
        using var tooLong = await face.Client.PostAsJsonAsync($"{Address}/{id}/{path}", new { reason = new string('x', 501) });
        await AssertProblemAsync(tooLong, HttpStatusCode.BadRequest, "/problems/invalid-query");
        face.Client.DefaultRequestHeaders.Authorization = null;
        using var refused = await face.Client.PostAsync(new Uri($"{Address}/{id}/{path}", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/scheduled-alerts?limit=0", HttpStatusCode.BadRequest, "/problems/invalid-query")]
    [InlineData("/api/v1/scheduled-alerts?limit=501", HttpStatusCode.BadRequest, "/problems/invalid-query")]
    [InlineData("/api/v1/scheduled-alerts/0190b7a0-0000-7000-8000-000000000001", HttpStatusCode.NotFound, "/problems/unknown-scheduled-alert")]
    public async Task What_cannot_be_shown_is_a_problem(string address, HttpStatusCode status, string type)
    {
        await using var face = await HttpFaceFixture.StartAsync();

        using var answer = await face.Client.GetAsync(new Uri(address, UriKind.Relative));

        await AssertProblemAsync(answer, status, type);
    }

    private static async Task<HttpResponseMessage> PlanAsync(HttpFaceFixture face, string order, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent(order, Encoding.UTF8, "application/json") };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await face.Client.SendAsync(request);
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string type, string? pointer = null)
    {
        Assert.Equal(status, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<ApiProblem>();
        Assert.Equal(type, problem!.Type);
        if (pointer is not null)
        {
            Assert.Equal(pointer, Assert.Single(problem.Errors).Pointer);
        }
    }
}

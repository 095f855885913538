using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Contracts.Problems;
using AlertAutomaton.Daemon.Desk;

namespace AlertAutomaton.Daemon.Tests.Http;

public sealed class AlertApiTests
{
    private const string Order = """
        { "title": "River rising", "kind": "exercise",
          "messages": [ { "language": "en", "text": "Go up" } ],
          "recipients": [ { "name": "Household", "phones": [ "+33199000001" ] } ] }
        """;

    [Fact]
    public async Task A_launch_is_answered_with_the_address_of_the_alert()
    {
        await using var face = await HttpFaceFixture.StartAsync();

        var answer = await LaunchAsync(face, Order, "key-1");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var accepted = await answer.Content.ReadFromJsonAsync<LaunchAlertResponse>();
        Assert.False(accepted!.AlreadyAccepted);
        Assert.Equal($"/api/v1/alerts/{accepted.Id}", answer.Headers.Location!.ToString());
        var shown = await face.Client.GetFromJsonAsync<AlertResource>(answer.Headers.Location);
        Assert.Equal("River rising", shown!.Title);
    }

    [Fact]
    public async Task Fifty_identical_launches_at_once_start_one_alert()
    {
        await using var face = await HttpFaceFixture.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => LaunchAsync(face, Order, "the-same")));
        var accepted = await Task.WhenAll(answers.Select(answer => answer.Content.ReadFromJsonAsync<LaunchAlertResponse>()));

        Assert.Single(face.Desk.Alerts);
        Assert.Single(accepted.Select(one => one!.Id).Distinct());
        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(49, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
    }

    [Fact]
    public async Task The_same_key_with_another_order_is_a_conflict()
    {
        await using var face = await HttpFaceFixture.StartAsync();
        await LaunchAsync(face, Order, "key-1");

        var answer = await LaunchAsync(face, Order.Replace("River rising", "Storm", StringComparison.Ordinal), "key-1");

        await AssertProblemAsync(answer, HttpStatusCode.Conflict, "/problems/idempotency-key-conflict");
        Assert.Single(face.Desk.Alerts);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_launch_without_a_key_is_refused(string? key)
    {
        await using var face = await HttpFaceFixture.StartAsync();

        await AssertProblemAsync(await LaunchAsync(face, Order, key), HttpStatusCode.BadRequest, "/problems/missing-idempotency-key");

        Assert.Empty(face.Desk.Alerts);
    }

    [Theory]
    [InlineData("{", "")]
    [InlineData("""{ "title": 5 }""", "/title")]
    [InlineData("""{ "title": "x", "kind": "test", "messages": [], "recipients": [ { "name": "a", "phones": [ 7 ] } ] }""", "/recipients/0/phones/0")]
    [InlineData("""{ "title": "x", "kind": "test", "messages": [], "recipients": [], "urgent": true }""", "/urgent")]
    [InlineData("null", null)]
    public async Task A_body_that_cannot_be_read_names_the_field(string body, string? pointer)
    {
        await using var face = await HttpFaceFixture.StartAsync();

        var problem = await AssertProblemAsync(await LaunchAsync(face, body, "key"), HttpStatusCode.BadRequest, "/problems/not-json");

        Assert.Equal(pointer, problem.Errors.Select(error => error.Pointer).FirstOrDefault());
        Assert.Empty(face.Desk.Alerts);
    }

    [Fact]
    public async Task A_wrong_order_lists_every_field_at_fault()
    {
        await using var face = await HttpFaceFixture.StartAsync();
        face.Desk.NextLaunch = new LaunchOutcome.Invalid([new FieldProblem("/kind", "unknown"), new FieldProblem("/recipients/1/phones/0", "too short")]);

        var problem = await AssertProblemAsync(await LaunchAsync(face, Order, "key"), HttpStatusCode.BadRequest, "/problems/invalid-order");

        Assert.Equal(["/kind", "/recipients/1/phones/0"], problem.Errors.Select(error => error.Pointer));
    }

    [Fact]
    public async Task An_engine_that_cannot_write_answers_503_with_its_reason()
    {
        await using var face = await HttpFaceFixture.StartAsync();
        face.Desk.NextLaunch = new LaunchOutcome.Unavailable("The disk is full.");

        var problem = await AssertProblemAsync(await LaunchAsync(face, Order, "key"), HttpStatusCode.ServiceUnavailable, "/problems/unavailable");

        Assert.Equal("The disk is full.", problem.Detail);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Basic dG9rZW4=")]
    public async Task Nothing_is_changed_without_the_token(string? authorization)
    {
        await using var face = await HttpFaceFixture.StartAsync();
        face.Client.DefaultRequestHeaders.Remove("Authorization");
        if (authorization is not null)
        {
            face.Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        }

        await AssertProblemAsync(await LaunchAsync(face, Order, "key"), HttpStatusCode.Unauthorized, "/problems/not-allowed");
        foreach (var verb in new[] { "pause", "resume", "stop" })
        {
            var answer = await face.Client.PostAsync($"/api/v1/alerts/{Guid.Empty}/{verb}", null);
            await AssertProblemAsync(answer, HttpStatusCode.Unauthorized, "/problems/not-allowed");
        }

        foreach (var read in new[] { "journal", "verification" })
        {
            await AssertProblemAsync(await face.Client.GetAsync($"/api/v1/alerts/{Guid.Empty}/{read}"), HttpStatusCode.Unauthorized, "/problems/not-allowed");
        }

        Assert.Empty(face.Desk.Alerts);
    }

    [Fact]
    public async Task The_journal_of_an_alert_is_handed_out_and_verified_with_the_token()
    {
        await using var face = await HttpFaceFixture.StartAsync();
        var id = (await (await LaunchAsync(face, Order, "key")).Content.ReadFromJsonAsync<LaunchAlertResponse>())!.Id;

        Assert.Equal("journal", await face.Client.GetStringAsync($"/api/v1/alerts/{id}/journal"));
        Assert.Contains("\"sound\":true", await face.Client.GetStringAsync($"/api/v1/alerts/{id}/verification"), StringComparison.Ordinal);
        await AssertProblemAsync(await face.Client.GetAsync($"/api/v1/alerts/{Guid.Empty}/journal"), HttpStatusCode.NotFound, "/problems/unknown-alert");
    }

    [Fact]
    public async Task A_web_page_that_points_its_own_name_here_is_refused()
    {
        await using var face = await HttpFaceFixture.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/alerts") { Headers = { Host = "evil.example" } };

        await AssertProblemAsync(await face.Client.SendAsync(request), HttpStatusCode.MisdirectedRequest, "/problems/wrong-host");
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        await using var face = await HttpFaceFixture.StartAsync(maxBodyMegabytes: 1);
        var large = Order.Replace("Go up", new string('x', 2 * 1024 * 1024), StringComparison.Ordinal);

        await AssertProblemAsync(await LaunchAsync(face, large, "key"), HttpStatusCode.RequestEntityTooLarge, "/problems/too-large");
    }

    [Fact]
    public async Task An_alert_is_paused_resumed_and_stopped_with_the_operators_reason()
    {
        await using var face = await HttpFaceFixture.StartAsync();
        var id = (await (await LaunchAsync(face, Order, "key")).Content.ReadFromJsonAsync<LaunchAlertResponse>())!.Id;

        await AssertProblemAsync(await face.Client.PostAsync($"/api/v1/alerts/{id}/resume", null), HttpStatusCode.Conflict, "/problems/not-possible-now");
        Assert.Equal("paused", (await ChangeAsync(face, id, "pause")).State);
        Assert.Equal("running", (await ChangeAsync(face, id, "resume")).State);
        Assert.Equal("ending", (await ChangeAsync(face, id, "stop", "the river fell")).State);
        Assert.Equal("the river fell", face.Desk.LastReason);
    }

    [Theory]
    [InlineData("/api/v1/alerts/01890000-0000-7000-8000-000000000000", "/problems/unknown-alert")]
    [InlineData("/api/v1/nothing", "/problems/unknown-address")]
    public async Task What_does_not_exist_is_a_problem_too(string address, string type)
    {
        await using var face = await HttpFaceFixture.StartAsync();

        await AssertProblemAsync(await face.Client.GetAsync(address), HttpStatusCode.NotFound, type);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=501")]
    [InlineData("limit=many")]
    public async Task A_page_size_out_of_range_is_refused(string query)
    {
        await using var face = await HttpFaceFixture.StartAsync();

        await AssertProblemAsync(await face.Client.GetAsync("/api/v1/alerts?" + query), HttpStatusCode.BadRequest, "/problems/invalid-query");
    }

    [Fact]
    public async Task A_fault_tells_no_inner_details()
    {
        await using var face = await HttpFaceFixture.StartAsync();
        face.Desk.Fault = new InvalidOperationException("secret inner words");

        var answer = await face.Client.GetAsync("/api/v1/alerts");

        Assert.DoesNotContain("secret inner words", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await AssertProblemAsync(answer, HttpStatusCode.InternalServerError, "/problems/fault");
    }

    [Fact]
    public async Task Problems_are_told_in_the_language_that_the_client_prefers()
    {
        await using var face = await HttpFaceFixture.StartAsync();
        face.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en;q=0.3, fr-FR;q=0.9");

        var problem = await AssertProblemAsync(await LaunchAsync(face, Order, null), HttpStatusCode.BadRequest, "/problems/missing-idempotency-key");

        Assert.StartsWith("Il manque", problem.Title, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> LaunchAsync(HttpFaceFixture face, string body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/alerts") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return await face.Client.SendAsync(request);
    }

    private static async Task<AlertResource> ChangeAsync(HttpFaceFixture face, Guid id, string verb, string? reason = null)
    {
        using var body = reason is null ? null : JsonContent.Create(new ChangeAlertRequest { Reason = reason });
        var answer = await face.Client.PostAsync($"/api/v1/alerts/{id}/{verb}", body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<AlertResource>())!;
    }

    private static async Task<ApiProblem> AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string type)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonSerializer.Deserialize<ApiProblem>(text, JsonSerializerOptions.Web)!;
        Assert.Equal(type, problem.Type);
        Assert.Equal((int)status, problem.Status);
        Assert.NotEmpty(problem.Title!);
        return problem;
    }
}

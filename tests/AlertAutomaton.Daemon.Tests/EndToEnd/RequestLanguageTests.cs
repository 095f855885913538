using System.Net.Http.Headers;
using System.Net.Http.Json;
using AlertAutomaton.Contracts.Problems;
using AlertAutomaton.Daemon.Http.Security;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

public sealed class RequestLanguageTests
{
    [Theory]
    [InlineData("fr", "Le titre")]
    [InlineData("en", "The title")]
    public async Task The_faults_of_an_order_are_told_in_the_language_of_the_request(string language, string beginning)
    {
        await using var town = await TownFixture.StartAsync("+33639980150");
        await using var daemon = await town.StartDaemonAsync();
        using var client = new HttpClient { BaseAddress = new Uri(daemon.Urls[0]) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiToken.Read(Path.Combine(town.Directory, "data"))!.Value);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        client.DefaultRequestHeaders.Add("Idempotency-Key", "key");

        var answer = await client.PostAsJsonAsync("/api/v1/alerts", new
        {
            title = "",
            kind = "test",
            messages = new[] { new { language = "fr", prompt = "sample-flood-message" } },
            recipients = new[] { new { name = "A", phones = new[] { "0639980150" } } },
        });

        var problem = await answer.Content.ReadFromJsonAsync<ApiProblem>();
        Assert.StartsWith(beginning, Assert.Single(problem!.Errors).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_file_is_readable_by_its_owner_only()
    {
        await using var town = await TownFixture.StartAsync("+33639980150");
        await using var daemon = await town.StartDaemonAsync();

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(town.Directory, "data", ApiToken.FileName)));
        }

        Assert.True((await new HttpClient().GetAsync(daemon.Urls[0] + "/health/ready")).IsSuccessStatusCode);
    }
}

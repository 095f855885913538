using System.Net;
using System.Text;
using System.Text.Json;
using AlertAutomaton.Daemon.CommandLine;
using AlertAutomaton.Daemon.Tests.CommandLine;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Tests.Loopback;
using static AlertAutomaton.Daemon.Tests.EndToEnd.PhonedTown;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>A resident asks by phone to be registered, and the clerk deals with it.</summary>
public sealed class CallbackStories
{
    [Fact]
    public async Task A_wish_to_be_registered_is_closed_by_the_clerk_and_stays_on_file()
    {
        await using var town = await StartAsync("", Presses1);
        await using var daemon = await town.StartDaemonAsync();
        using var api = new ApiClient(new Uri(daemon.Urls[0]), town);
        await using var line = await PhoneAsync(daemon, Stranger);
        var call = await CallingPhone.CallAsync(line, ResidentsLine);
        await call.ExpectAsync(Prompt(ResidentPromptNames.AskCode));
        await call.TypeAsync("*1");
        await call.ExpectAsync(Prompt(ResidentPromptNames.Requested));
        await call.ExpectHungUpAsync();
        var wish = Assert.Single((await ListAsync(town)).EnumerateArray());
        Assert.Equal(Stranger, wish.GetProperty("phone").GetString());

        var wrong = await CommandAsync(town, null, "callbacks", "close", "0639987777", "--as", "perhaps", "--by", " ");
        Assert.Equal(ExitCode.InvalidInput, wrong.ExitCode);
        Assert.Contains("/outcome: 'perhaps'", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("/by: ", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.InvalidInput, (await CommandAsync(town, null, "callbacks", "close", "0639980001", "--as", "done", "--by", "Mairie")).ExitCode);
        Assert.Single((await ListAsync(town)).EnumerateArray());

        var closed = await CommandRun.OfAsync(
            ["callbacks", "close", "06 39 98 77 77", "--as", "declined", "--by", "Secrétariat", "--note", "habite ailleurs", "--config", town.Configuration, "--lang", "fr"]);
        Assert.True(closed.ExitCode == ExitCode.Success, closed.Error);
        Assert.Contains("La demande de +33639987777 est close : sans suite.", closed.Out, StringComparison.Ordinal);
        Assert.Empty((await ListAsync(town)).EnumerateArray());
        var kept = Assert.Single((await ListAsync(town, "--closed")).EnumerateArray());
        Assert.Equal(
            ("declined", "Secrétariat", "habite ailleurs", wish.GetProperty("id").GetGuid()),
            (kept.GetProperty("outcome").GetString(), kept.GetProperty("by").GetString(), kept.GetProperty("note").GetString(), kept.GetProperty("request").GetProperty("id").GetGuid()));
        var table = await CommandRun.OfAsync(["callbacks", "list", "--closed", "--config", town.Configuration]);
        Assert.Contains("declined", table.Out, StringComparison.Ordinal);

        var again = await api.PostAsync($"/api/v1/callbacks/{wish.GetProperty("id").GetGuid()}/close", Encoding.UTF8.GetBytes("""{ "outcome": "done", "by": "Mairie" }"""), "application/json");
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.Equal("/problems/unknown-callback", again.Body.GetProperty("type").GetString());
    }

    private static async Task<JsonElement> ListAsync(TownFixture town, params IReadOnlyList<string> more)
    {
        using var listed = JsonDocument.Parse((await DoneAsync(town, null, ["callbacks", "list", .. more])).Out);
        return listed.RootElement.Clone();
    }
}

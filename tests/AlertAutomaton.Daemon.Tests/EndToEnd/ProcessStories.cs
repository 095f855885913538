using System.Net;
using AlertAutomaton.Daemon.CommandLine;
using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>How the service's process ends: on a signal, and when its disk breaks.</summary>
public sealed class ProcessStories
{
    private const string Talks = "+33639980180";
    private const string Rings = "+33639980187";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_signal_cancels_what_rings_and_the_key_of_who_talks_is_still_confirmed_before_the_exit_with_zero()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals of POSIX.");
        await using var town = await TownFixture.StartAsync(Talks, Rings);
        var (talking, ringing) = (town.Town.Claim(Talks), town.Town.Claim(Rings));
        using var service = await ServiceProcess.StartAsync(town, Patience);
        using var client = new ApiClient(service.Url, town);
        var (status, order) = await client.LaunchAsync(ApiClient.Order([Talks, Rings]), "one");
        Assert.Equal(HttpStatusCode.Created, status);
        var cancelled = await ringing.ExpectCallAsync(Patience);
        cancelled.Ring();
        var call = await talking.ExpectCallAsync(Patience);
        await call.AnswerAsync();
        var prompts = PromptCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "voice-prompts"));
        await call.ExpectPromptAsync(prompts.Get("fr", PromptNames.ExerciseOpening), Patience);

        await service.TerminateAsync();
        await cancelled.ExpectHungUpAsync(TimeSpan.FromSeconds(5));
        await call.PressAsync('1');
        await call.ExpectPromptAsync(prompts.Get("fr", PromptNames.AcknowledgedSafe), Patience);
        await call.ExpectHungUpAsync(Patience);
        var exit = await service.ExitAsync(TimeSpan.FromSeconds(30));

        Assert.True(exit == ExitCode.Success, service.Said);
        await using var next = await town.StartDaemonAsync();
        Assert.Equal(1, next.ResumedAlerts);
        using var again = new ApiClient(new Uri(next.Urls[0]), town);
        var id = order.GetProperty("id").GetString();
        var shown = await again.GetAsync($"/api/v1/alerts/{id}");
        Assert.Equal(1, shown.Body.GetProperty("progress").GetProperty("confirmed").GetInt32());
        var verified = await again.GetAsync($"/api/v1/alerts/{id}/verification");
        Assert.True(verified.Body.GetProperty("sound").GetBoolean());
    }

    [Fact]
    public async Task A_disk_that_breaks_ends_the_calls_and_the_process_with_an_error_within_seconds()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/prlimit"), "Needs prlimit.");
        await using var town = await TownFixture.StartAsync(Talks);
        var phone = town.Town.Claim(Talks);
        using var service = await ServiceProcess.StartAsync(town, Patience);
        using var client = new ApiClient(service.Url, town);
        await client.LaunchAsync(ApiClient.Order([Talks]), "one");
        var call = await phone.ExpectCallAsync(Patience);
        await call.AnswerAsync();
        var prompts = PromptCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "voice-prompts"));
        await call.ExpectPromptAsync(prompts.Get("fr", PromptNames.ExerciseOpening), Patience);

        await service.BreakDiskAsync();
        await call.PressAsync('1');
        var exit = await service.ExitAsync(TimeSpan.FromSeconds(20));

        Assert.True(exit == ExitCode.Fault, service.Said);
        await call.ExpectHungUpAsync(TimeSpan.FromSeconds(1));
        Assert.False(call.HasHeard(prompts.Get("fr", PromptNames.AcknowledgedSafe)), "confirmed without being on disk");
        await using var next = await town.StartDaemonAsync();
        Assert.Equal(1, next.ResumedAlerts);
    }
}

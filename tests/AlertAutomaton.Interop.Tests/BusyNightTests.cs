using System.Globalization;
using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;

namespace AlertAutomaton.Interop.Tests;

/// <summary>Those who missed the call phone back all at once while the rest of the town is still being called, and a scanner knocks meanwhile.</summary>
public sealed class BusyNightTests
{
    private const int Outgoing = 60;
    private const int Callers = 60;
    private const int Households = 1000;
    private const int MostOfThem = Households * 4 / 5;
    private const int BegunBeforeTheyPhone = 150;
    private const int ScansPerSecond = 200;
    private static readonly TimeSpan Listening = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan SoundWithin = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Sixty_callers_hear_at_once_and_slow_down_no_call_that_goes_out()
    {
        using var run = new AlertRun { VoiceServer = PhoneTown.VoiceServer, MessageSeconds = 3 };
        await using SippTrunk trunk = await SippTrunk.StartAsync("short_calls", run.Folder);
        TrunkLine line = new("operator", $"sip:127.0.0.1:{trunk.Port}") { Channels = Outgoing + Callers, ReservedChannels = Callers, CallsPerSecond = 60 };
        await using PhoneTown town = await PhoneTown.StartEmptyAsync(run, line);
        string[] homes = [.. Enumerable.Range(0, Households).Select(home => string.Create(CultureInfo.InvariantCulture, $"+33639981{home:000}"))];
        await run.LaunchAsync(homes);
        await town.UntilAsync(() => Task.FromResult(trunk.Load() is [.., var last] && last.CallsBegun >= BegunBeforeTheyPhone), "under way");

        using var ears = new ListeningPorts(Callers);
        (string Number, int Port)[] callers = [.. homes[^Callers..].Zip(ears.Ports)];
        await using PeerProcess scanner = SippScanner.Start(run.Folder, town.SipPort, "INVITE", PhoneTown.OperatorsLine, ScansPerSecond * (int)Listening.TotalSeconds, ScansPerSecond);
        await using SippListeners listeners = SippListeners.Start(run.Folder, town.SipPort, PhoneTown.ResidentsLine, callers, Listening);
        int exit = await listeners.Process.WaitAsync(TimeSpan.FromSeconds(100));
        Assert.True(exit == 0, $"SIPp ended with {exit}:\n{listeners.Process.Output}\n{town.Log}");
        exit = await scanner.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(exit == 0, $"the scanner was answered:\n{scanner.Output}");

        IReadOnlyDictionary<string, DateTimeOffset> answered = listeners.Answered();
        Assert.Equal(Callers, answered.Count);
        TimeSpan[] waited = [.. callers.Zip(ears.FirstSound(), (caller, heard) => heard is { } at ? at - answered[caller.Number] : TimeSpan.MaxValue).Order()];
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"sound after {waited[Callers / 2].TotalMilliseconds:0} ms, the last after {waited[^1].TotalMilliseconds:0} ms"));

        // The first second fills the channels; the last fifth drains them.
        await town.UntilAsync(() => Task.FromResult(trunk.Load()[^1].CallsBegun > MostOfThem), "nearly all called");
        double[] busy = [.. trunk.Load()
            .Where(second => second.CallsBegun > Outgoing && second.CallsBegun <= MostOfThem)
            .Skip(1)
            .Select(second => (double)second.CallsNow / Outgoing)];
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"busy {busy.Average():P1}"));
        Assert.True(waited[^1] <= SoundWithin, $"the last heard {waited[^1].TotalSeconds:0.00} s after the answer");
        Assert.True(busy.Length > 5, $"only {busy.Length} full seconds were seen");
        Assert.True(busy.Max() <= 1, "calls went out over the channels that are kept for callers");
        Assert.True(busy.Average() >= 0.97, $"{busy.Average():P1} of the channels were busy: {string.Join(' ', busy.Select(share => share.ToString("0.00", CultureInfo.InvariantCulture)))}");
    }
}

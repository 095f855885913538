using System.Net.Sockets;
using System.Runtime.CompilerServices;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Daemon.Hosting.Mapping;
using AlertAutomaton.Daemon.Texts;
using AlertAutomaton.Storage.DataDirectories;
using AlertAutomaton.Telephony;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Daemon.CommandLine.Checks;

/// <summary>Does every trunk answer, and does it accept the registration?</summary>
internal sealed class TrunkCheck(TimeProvider time) : ICheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public async IAsyncEnumerable<CheckLine> RunAsync(DaemonOptions options, OperatorTexts texts, [EnumeratorCancellation] CancellationToken cancel)
    {
        var area = texts["check.trunk"];
        if (options.Sip.Trunks.Count == 0)
        {
            yield break;
        }

        // A running daemon has the ports and the registration; a second one would steal both.
        if (Directory.Exists(options.DataDirectory) && DataDirectory.IsInUse(options.DataDirectory))
        {
            yield return new CheckLine(area, CheckStatus.Ok, texts["check.trunk.running"]);
            yield break;
        }

        await using var telephony = new TelephonyService(TelephonyMapping.Map(options), SipNames.CreateResolver(time, NullLogger.Instance), time, NullLoggerFactory.Instance);
        string? notStarted = null;
        try
        {
            await telephony.StartAsync(cancel);
        }
        catch (Exception refused) when (refused is IOException or SocketException or InvalidOperationException)
        {
            notStarted = refused.Message;
        }

        if (notStarted is not null)
        {
            yield return new CheckLine(area, CheckStatus.Fail, notStarted, texts["check.trunk.listen.mend"]);
            yield break;
        }

        foreach (var (trunk, trouble) in await telephony.CheckAsync(Patience, cancel))
        {
            yield return trouble is null
                ? new CheckLine(area, CheckStatus.Ok, texts.Format("check.trunk.ok", trunk))
                : new CheckLine(area, CheckStatus.Fail, texts.Format("check.trunk.fail", trunk, trouble), texts["check.trunk.mend"]);
        }
    }
}

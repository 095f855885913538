using System.Runtime.CompilerServices;
using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Daemon.Hosting.Mapping;
using AlertAutomaton.Daemon.Texts;
using AlertAutomaton.Storage.DataDirectories;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Daemon.CommandLine.Checks;

/// <summary>Does every gateway take the account? Nothing is sent.</summary>
internal sealed class GatewayCheck(TimeProvider time) : ICheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    public async IAsyncEnumerable<CheckLine> RunAsync(DaemonOptions options, OperatorTexts texts, [EnumeratorCancellation] CancellationToken cancel)
    {
        var area = texts["check.gateway"];
        if (options.Smpp.Gateways.Count == 0)
        {
            yield break;
        }

        // Many gateways allow an account one bind at a time: a second one would throw the daemon's out.
        if (Directory.Exists(options.DataDirectory) && DataDirectory.IsInUse(options.DataDirectory))
        {
            yield return new CheckLine(area, CheckStatus.Ok, texts["check.gateway.running"]);
            yield break;
        }

        foreach (var configured in options.Smpp.Gateways)
        {
            await using var gateway = new SmppGateway(
                GatewayMapping.Channel(configured, options.Organisation.Country), GatewayMapping.Connection(configured), time, Chance.Create(1), NullLogger<SmppGateway>.Instance);
            gateway.Start();
            using var limit = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
            var isUp = true;
            try
            {
                await gateway.WhenUpAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                isUp = false;
            }

            yield return isUp
                ? new CheckLine(area, CheckStatus.Ok, texts.Format("check.gateway.ok", configured.Name))
                : new CheckLine(area, CheckStatus.Fail, texts.Format("check.gateway.fail", configured.Name, gateway.Snapshot().LastFault ?? texts["check.gateway.silent"]), texts["check.gateway.mend"]);
        }
    }
}

using System.Runtime.CompilerServices;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Hosting.Mapping;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.CommandLine.Checks;

/// <summary>Which policies can be named; what is wrong with one was found when the configuration was read.</summary>
internal sealed class PoliciesCheck : ICheck
{
    public async IAsyncEnumerable<CheckLine> RunAsync(DaemonOptions options, OperatorTexts texts, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        var names = PolicyMapping.All(options.Policies).Select(policy => policy.Name);
        yield return new CheckLine(texts["check.policies"], CheckStatus.Ok, texts.Format("check.policies.ok", string.Join(", ", names)));
    }
}

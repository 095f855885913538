using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.CommandLine.Checks;

/// <summary>Tries one thing that the daemon needs.</summary>
internal interface ICheck
{
    IAsyncEnumerable<CheckLine> RunAsync(DaemonOptions options, OperatorTexts texts, CancellationToken cancel);
}

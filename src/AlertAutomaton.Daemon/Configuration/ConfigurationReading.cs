using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Configuration.Problems;

namespace AlertAutomaton.Daemon.Configuration;

/// <summary>What came out of reading a configuration: the options, or null when an error forbids using them, and every problem.</summary>
internal sealed record ConfigurationReading(DaemonOptions? Options, IReadOnlyList<ConfigurationProblem> Problems);

using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Checks one aspect of the configuration and reports everything that is wrong with it.</summary>
internal interface IAspectValidator
{
    void Validate(DaemonOptions options, ValidationReport report);
}

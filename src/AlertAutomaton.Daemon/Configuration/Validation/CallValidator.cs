using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Checks that the limits of a call fit together.</summary>
internal sealed class CallValidator : IAspectValidator
{
    public void Validate(DaemonOptions options, ValidationReport report)
    {
        // Below this a phone that goes to voicemail after some 20 s is hung up on before anybody or anything answers.
        if (options.Calls.RingSeconds < 20)
        {
            report.Warning("ring-short", "Calls.RingSeconds", options.Calls.RingSeconds);
        }
    }
}

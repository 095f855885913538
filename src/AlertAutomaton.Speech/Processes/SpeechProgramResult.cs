using AlertAutomaton.Speech.Synthesis;

namespace AlertAutomaton.Speech.Processes;

/// <summary>What a speech program left behind.</summary>
/// <param name="End">How it ended.</param>
/// <param name="ExitCode">Its exit code when it exited.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="ErrorText">The beginning of what it wrote to standard error, or why it could not start.</param>
internal sealed record SpeechProgramResult(SpeechProgramEnd End, int ExitCode, byte[] Output, string ErrorText)
{
    public static SpeechProgramResult NotStarted(string why) => new(SpeechProgramEnd.NotStarted, -1, [], why);

    /// <summary>The fault of a run that did not go well, or null.</summary>
    public SpeechFault? FaultOf(string synthesizer) => End switch
    {
        SpeechProgramEnd.NotStarted => new SpeechFault(SpeechFaultKind.NotInstalled, synthesizer, ErrorText),
        SpeechProgramEnd.TimedOut => new SpeechFault(SpeechFaultKind.TimedOut, synthesizer),
        _ when ExitCode != 0 => new SpeechFault(SpeechFaultKind.ProgramFailed, synthesizer, $"({ExitCode}) {ErrorText}".Trim()),
        _ => null,
    };
}

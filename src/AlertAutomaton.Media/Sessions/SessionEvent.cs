using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Keys;

namespace AlertAutomaton.Media.Sessions;

/// <summary>Something to tell the handler once the session's lock is released.</summary>
internal readonly record struct SessionEvent
{
    public required SessionEventKind Kind { get; init; }

    public char Key { get; init; }

    public KeySource Source { get; init; }

    public VoiceActivity Activity { get; init; }

    public MachineHint Hint { get; init; }

    public double Hertz { get; init; }

    public TimeSpan Silence { get; init; }
}

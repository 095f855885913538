namespace AlertAutomaton.Media.Audio;

/// <summary>Remarks about audio that was prepared for the phone; it can be used, but the operator should know.</summary>
[Flags]
public enum PreparationWarnings
{
    /// <summary>Nothing to say.</summary>
    None = 0,

    /// <summary>More than 0.1 % of the source's samples are at full scale: it was recorded too loud and sounds rough.</summary>
    SourceClipped = 1,

    /// <summary>The source is so quiet that the gain limit was met; the speech stays under the target level.</summary>
    SourceTooQuiet = 2,

    /// <summary>The source lacks the upper half of the telephone band (rate under 8 kHz).</summary>
    SourceNarrow = 4,
}

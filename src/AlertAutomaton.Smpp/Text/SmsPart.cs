namespace AlertAutomaton.Smpp.Text;

/// <summary>The place of a segment in a longer text.</summary>
/// <param name="Reference">Common to the segments of one text, 0 to 65535.</param>
/// <param name="Total">How many segments.</param>
/// <param name="Number">Which one, from 1.</param>
public readonly record struct SmsPart(ushort Reference, byte Total, byte Number)
{
    /// <summary>Whether the numbers make sense; others are treated as no concatenation (TS 23.040 §9.2.3.24.1).</summary>
    public bool IsValid => Number >= 1 && Number <= Total;
}

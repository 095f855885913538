namespace AlertAutomaton.Smpp.Client;

/// <summary>A text from a phone.</summary>
/// <param name="Source">Who sent it.</param>
/// <param name="Destination">To whom.</param>
/// <param name="Text">The whole text; hexadecimal when it is no text.</param>
/// <param name="IsBinary">Whether it is no text.</param>
/// <param name="MissingSegments">Segments that did not come in time.</param>
public sealed record InboundText(string Source, string Destination, string Text, bool IsBinary, int MissingSegments) : InboundSms(Source, Destination)
{
    /// <summary>Neither number nor text.</summary>
    public override string ToString() => $"a text of {Text.Length} characters";
}

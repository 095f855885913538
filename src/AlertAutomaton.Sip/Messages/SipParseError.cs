namespace AlertAutomaton.Sip.Messages;

/// <summary>Why bytes were refused.</summary>
/// <param name="Kind">The kind of fault.</param>
/// <param name="Where">The header name or part that is at fault; never received text.</param>
public readonly record struct SipParseError(SipParseErrorKind Kind, string Where)
{
    /// <summary>No fault.</summary>
    public static SipParseError None { get; } = new(SipParseErrorKind.None, string.Empty);

    /// <inheritdoc />
    public override string ToString() => Where.Length == 0 ? Kind.ToString() : $"{Kind} ({Where})";
}

namespace AlertAutomaton.Media.Sdp;

/// <summary>An attribute line <c>a=name</c> or <c>a=name:value</c> (RFC 8866 §5.13).</summary>
/// <param name="Name">The name, case-sensitive.</param>
/// <param name="Value">The text behind the colon; null for a property attribute.</param>
public sealed record SdpAttribute(string Name, string? Value = null)
{
    internal static SdpAttribute Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new SdpAttribute(text.TrimEnd()) : new SdpAttribute(text[..colon], text[(colon + 1)..].Trim());
    }

    internal string Write() => Value is null ? Name : $"{Name}:{Value}";
}

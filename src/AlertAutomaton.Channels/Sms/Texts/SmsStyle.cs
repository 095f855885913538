using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Channels.Sms.Texts;

/// <summary>How the texts of one organisation look on one gateway.</summary>
public sealed record SmsStyle
{
    /// <summary>Who warns, as residents know it: <c>Ville de Barran</c>.</summary>
    public required string OrganisationName { get; init; }

    /// <summary>Where acknowledgement links lead, without a slash at the end: <c>https://alerte.example.org</c>; null: no link is ever written.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>True when the sender shown can be answered: a number or short code that the gateway receives for.</summary>
    public bool TakesReplies { get; init; } = true;

    /// <summary>How the gateway wants texts.</summary>
    public SmsTextOptions Encoding { get; init; } = SmsTextOptions.Default;
}

namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>A text from outside, put together from its segments.</summary>
/// <param name="Gateway">The gateway.</param>
/// <param name="From">The source address, in whatever form: a number, a short code, a name.</param>
/// <param name="To">The destination address: the sender that was answered.</param>
/// <param name="Text">What it says.</param>
public sealed record GatewayText(string Gateway, string From, string To, string Text);

namespace AlertAutomaton.Sip.Messages;

/// <summary>One parameter of a header or a URI.</summary>
/// <param name="Name">The name; compared without case.</param>
/// <param name="Value">The value as on the wire (quotes and %HH kept), or null when the parameter is a flag.</param>
public readonly record struct SipParameter(string Name, string? Value);

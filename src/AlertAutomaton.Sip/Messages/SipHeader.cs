namespace AlertAutomaton.Sip.Messages;

/// <summary>One header field as text.</summary>
/// <param name="Name">The name in its usual spelling (compact forms resolved).</param>
/// <param name="Value">The value with folding removed and outer white space trimmed.</param>
public readonly record struct SipHeader(string Name, string Value);

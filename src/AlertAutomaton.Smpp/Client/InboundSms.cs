namespace AlertAutomaton.Smpp.Client;

/// <summary>What a gateway brings: a receipt or a text.</summary>
/// <param name="Source">Who sent it (of a receipt: the number that the message went to), with plus sign when international.</param>
/// <param name="Destination">To whom (of a receipt: our sender).</param>
public abstract record InboundSms(string Source, string Destination);

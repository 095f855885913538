using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Session;

namespace AlertAutomaton.Smpp.Client;

/// <summary>deliver_sm or data_sm that waits for the application.</summary>
/// <param name="Session">Who is owed the answer; null for the turn of the clock.</param>
/// <param name="Pdu">What came.</param>
internal readonly record struct InboundItem(SmppSession? Session, SmppPdu? Pdu);

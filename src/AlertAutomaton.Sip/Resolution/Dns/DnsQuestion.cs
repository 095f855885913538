namespace AlertAutomaton.Sip.Resolution.Dns;

/// <summary>What is asked: a name (no final dot, lower case) and a type, always of class IN.</summary>
internal readonly record struct DnsQuestion(string Name, DnsRecordType Type);

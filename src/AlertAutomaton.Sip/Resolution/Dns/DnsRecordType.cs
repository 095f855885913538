namespace AlertAutomaton.Sip.Resolution.Dns;

/// <summary>The record types that RFC 3263 needs, with their numbers on the wire.</summary>
internal enum DnsRecordType : ushort
{
    Address4 = 1,
    Alias = 5,
    StartOfAuthority = 6,
    Address6 = 28,
    Service = 33,
    NamingAuthorityPointer = 35,
}

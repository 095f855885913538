namespace AlertAutomaton.Sip.Resolution.Dns;

/// <summary>RCODE (RFC 1035 §4.1.1); others are kept by number.</summary>
internal enum DnsResponseCode : byte
{
    NoError = 0,
    FormatError = 1,
    ServerFailure = 2,
    NameError = 3,
    NotImplemented = 4,
    Refused = 5,
}

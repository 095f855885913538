namespace AlertAutomaton.Sip.Resolution.Dns;

/// <summary>Takes the answer to a question out of a response: aliases followed, lifetimes bounded. Pure.</summary>
internal static class DnsAnswerReading
{
    private const int LongestAliasChain = 8;

    private static readonly TimeSpan DefaultNegative = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestNegative = TimeSpan.FromMinutes(5);

    public static DnsAnswer.Known Read(DnsMessage response)
    {
        var owner = response.Question.Name;
        var timeToLive = TimeSpan.MaxValue;
        for (var step = 0; step < LongestAliasChain; step++)
        {
            var records = response.Answers.Where(record => IsOfType(record, response.Question.Type) && SameName(record.Name, owner)).ToArray();
            if (records.Length > 0)
            {
                var shortest = records.Min(record => record.TimeToLive);
                return new DnsAnswer.Known(records, shortest < timeToLive ? shortest : timeToLive);
            }

            var alias = response.Answers.OfType<DnsRecord.Alias>().FirstOrDefault(record => SameName(record.Name, owner));
            if (alias is null)
            {
                break;
            }

            owner = alias.Target;
            timeToLive = alias.TimeToLive < timeToLive ? alias.TimeToLive : timeToLive;
        }

        return new DnsAnswer.Known([], NegativeTimeToLive(response));
    }

    // RFC 2308 §5: the smaller of the SOA's own lifetime and its minimum. Short, for a trunk that was just entered must come up soon.
    private static TimeSpan NegativeTimeToLive(DnsMessage response)
    {
        var authority = response.Authorities.OfType<DnsRecord.Authority>().FirstOrDefault();
        if (authority is null)
        {
            return DefaultNegative;
        }

        var told = authority.Minimum < authority.TimeToLive ? authority.Minimum : authority.TimeToLive;
        return told < LongestNegative ? told : LongestNegative;
    }

    private static bool IsOfType(DnsRecord record, DnsRecordType type) => type switch
    {
        DnsRecordType.Address4 => record is DnsRecord.Address { Value.AddressFamily: System.Net.Sockets.AddressFamily.InterNetwork },
        DnsRecordType.Address6 => record is DnsRecord.Address { Value.AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 },
        DnsRecordType.Service => record is DnsRecord.Service,
        DnsRecordType.NamingAuthorityPointer => record is DnsRecord.Pointer,
        _ => false,
    };

    private static bool SameName(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

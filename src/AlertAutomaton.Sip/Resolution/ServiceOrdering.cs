using AlertAutomaton.Sip.Resolution.Dns;

namespace AlertAutomaton.Sip.Resolution;

/// <summary>The order in which SRV targets are tried (RFC 2782): by priority, and within one at random in proportion to the weights. Pure.</summary>
internal static class ServiceOrdering
{
    /// <param name="records">The SRV records of one name.</param>
    /// <param name="next">A random number from 0 to the given limit, both included.</param>
    public static IReadOnlyList<DnsRecord.Service> Order(IEnumerable<DnsRecord.Service> records, Func<int, int> next)
    {
        var ordered = new List<DnsRecord.Service>();
        foreach (var group in records.GroupBy(record => record.Priority).OrderBy(group => group.Key))
        {
            // Weight 0 comes first in the running sum, so that it has a very small chance and not none.
            var rest = group.OrderBy(record => record.Weight).ToList();
            while (rest.Count > 0)
            {
                var chosen = Choose(rest, next(rest.Sum(record => record.Weight)));
                ordered.Add(rest[chosen]);
                rest.RemoveAt(chosen);
            }
        }

        return ordered;
    }

    private static int Choose(List<DnsRecord.Service> records, int drawn)
    {
        var sum = 0;
        for (var i = 0; i < records.Count; i++)
        {
            sum += records[i].Weight;
            if (sum >= drawn)
            {
                return i;
            }
        }

        return records.Count - 1;
    }
}

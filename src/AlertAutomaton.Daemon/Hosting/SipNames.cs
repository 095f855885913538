using System.Security.Cryptography;
using AlertAutomaton.Sip.Resolution;

namespace AlertAutomaton.Daemon.Hosting;

/// <summary>Makes the resolver of trunk names with a seed that nobody can guess (DNS query ids come from it).</summary>
internal static class SipNames
{
    public static SipResolver CreateResolver(TimeProvider time, ILogger log) =>
        new(new SipResolverOptions(), Chance.Create(RandomNumberGenerator.GetInt32(int.MaxValue)), time, log);
}

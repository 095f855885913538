using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Sip.Resolution;

/// <summary>Log messages of name resolution.</summary>
internal static partial class SipResolutionLog
{
    [LoggerMessage(1840, LogLevel.Warning, "No name server answers for {Name}, and nothing older is known. Check the DNS servers of this machine")]
    public static partial void NoServerAnswers(ILogger log, string name);

    [LoggerMessage(1841, LogLevel.Warning, "The name {Name} leads to no SIP server. Check the trunk's address")]
    public static partial void NothingFound(ILogger log, string name);
}

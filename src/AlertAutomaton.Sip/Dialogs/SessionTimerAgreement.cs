using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Dialogs;

/// <summary>Reads and writes what two sides agree on about the session timer (RFC 4028 §7.2, §9). Pure.</summary>
internal static class SessionTimerAgreement
{
    /// <summary>The option tag.</summary>
    public const string OptionTag = "timer";

    // Over a day the timer protects nothing; the number comes from the network.
    private const uint LongestSeconds = 86_400;

    /// <summary>What a 2xx to our INVITE or UPDATE says.</summary>
    public static SessionTimerInput.Agreed OfResponse(SipResponse response)
    {
        if (response.SessionExpires is not { Seconds: > 0 } header)
        {
            return new SessionTimerInput.Agreed(TimeSpan.Zero, WeRefresh: false);
        }

        // Absent, the refresher is the client: it is the side that knows the timer for certain.
        bool weRefresh = !string.Equals(header.Refresher, "uas", StringComparison.Ordinal);
        return new SessionTimerInput.Agreed(TimeSpan.FromSeconds(Math.Min(header.Seconds, LongestSeconds)), weRefresh);
    }

    /// <summary>Whether a request asks for too short an interval, so that it gets 422 (§9); only clients that know the timer can mend it.</summary>
    public static bool IsTooShort(SipRequest request, TimeSpan minimum) =>
        request.SessionExpires is { } header
        && header.Seconds < minimum.TotalSeconds
        && request.HasOption(SipHeaderNames.Supported, OptionTag);

    /// <summary>What we answer to a request of the far end, and write into our 2xx.</summary>
    public static SessionTimerInput.Agreed OfRequest(SipRequest request, TimeSpan minimum, SipResponse success)
    {
        if (request.SessionExpires is not { } header)
        {
            return new SessionTimerInput.Agreed(TimeSpan.Zero, WeRefresh: false);
        }

        uint seconds = Math.Clamp(header.Seconds, (uint)minimum.TotalSeconds, LongestSeconds);
        bool clientKnows = request.HasOption(SipHeaderNames.Supported, OptionTag);
        bool weRefresh = !clientKnows || string.Equals(header.Refresher, "uas", StringComparison.Ordinal);
        success.SessionExpires = new SessionExpiresHeader(seconds, weRefresh ? "uas" : "uac");
        if (clientKnows)
        {
            success.Headers.Add(SipHeaderNames.Require, OptionTag);
        }

        return new SessionTimerInput.Agreed(TimeSpan.FromSeconds(seconds), weRefresh);
    }
}

using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Authentication;

/// <summary>What to do about a 401 or 407.</summary>
public abstract record DigestVerdict
{
    private DigestVerdict()
    {
    }

    /// <summary>Send the request again with this header added (and CSeq advanced).</summary>
    /// <param name="Header">Authorization or Proxy-Authorization.</param>
    public sealed record Answer(SipHeader Header) : DigestVerdict;

    /// <summary>The challenge names another realm than the pinned one: a stranger gets no credentials.</summary>
    /// <param name="Realm">The realm that asked.</param>
    public sealed record ForeignRealm(string Realm) : DigestVerdict;

    /// <summary>No Digest challenge that can be answered; Basic never is.</summary>
    public sealed record NothingUsable : DigestVerdict;

    /// <summary>The same account was refused before for this request: the user name or the password is wrong.</summary>
    public sealed record Refused : DigestVerdict;
}

using System.Text;
using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Authentication;

/// <summary>Writes the value of Authorization and Proxy-Authorization (RFC 7616 §3.4); read back by <see cref="DigestParameters"/>.</summary>
internal static class DigestCredentialsWriter
{
    public static string Write(DigestChallenge challenge, DigestComputation computation)
    {
        var username = challenge.UserHash
            ? DigestAlgorithms.Hash(challenge.Algorithm, $"{computation.Username}:{challenge.Realm}")
            : computation.Username;

        // RFC 3261 §25.1: algorithm, qop and nc stand without quotes, everything else with them.
        var builder = new StringBuilder("Digest username=").Append(SipText.Quote(username))
            .Append(", realm=").Append(SipText.Quote(challenge.Realm))
            .Append(", nonce=").Append(SipText.Quote(challenge.Nonce))
            .Append(", uri=").Append(SipText.Quote(computation.Uri))
            .Append(", response=\"").Append(computation.Response()).Append('"')
            .Append(", algorithm=").Append(DigestAlgorithms.Name(challenge.Algorithm, challenge.IsSession));
        if (computation.Quality != DigestQuality.None)
        {
            builder.Append(", qop=").Append(DigestComputation.QualityName(computation.Quality))
                .Append(", nc=").Append(DigestComputation.WriteCount(computation.NonceCount));
        }

        if (computation.Quality != DigestQuality.None || challenge.IsSession)
        {
            builder.Append(", cnonce=").Append(SipText.Quote(computation.ClientNonce));
        }

        if (challenge.Opaque is not null)
        {
            builder.Append(", opaque=").Append(SipText.Quote(challenge.Opaque));
        }

        return builder.Append(challenge.UserHash ? ", userhash=true" : string.Empty).ToString();
    }
}

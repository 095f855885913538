using System.Security.Cryptography;
using System.Text;
using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Authentication;

/// <summary>
/// Answers the challenges of one trunk (RFC 3261 §22, RFC 7616, RFC 8760) and reuses its nonce with a growing count, so that later
/// requests are not challenged again. Give it only responses that came from that trunk. Thread-safe.
/// </summary>
/// <param name="credentials">The account.</param>
public sealed class DigestClient(SipCredentials credentials)
{
    /// <summary>Authorised attempts for one request.</summary>
    public const int MaximumAttempts = 2;

    private readonly Lock _lock = new();
    private string? _realm = credentials.Realm;
    private DigestChallenge? _challenge;
    private string _headerName = SipHeaderNames.Authorization;
    private uint _count;

    /// <summary>Judges a 401 or 407.</summary>
    /// <param name="request">The request that was challenged, as it was sent.</param>
    /// <param name="response">The challenge.</param>
    /// <param name="earlierAttempts">How often this request was already sent again with an answer from here: 0 at first.</param>
    public DigestVerdict Answer(SipRequest request, SipResponse response, int earlierAttempts)
    {
        var (challengeName, answerName) = response.StatusCode == 407
            ? (SipHeaderNames.ProxyAuthenticate, SipHeaderNames.ProxyAuthorization)
            : (SipHeaderNames.WwwAuthenticate, SipHeaderNames.Authorization);
        var challenges = DigestChallenge.ReadAll(response, challengeName);
        if (challenges.Count == 0)
        {
            return new DigestVerdict.NothingUsable();
        }

        lock (_lock)
        {
            _realm ??= challenges[0].Realm;
            var challenge = challenges.FirstOrDefault(item => string.Equals(item.Realm, _realm, StringComparison.Ordinal));
            if (challenge is null)
            {
                return new DigestVerdict.ForeignRealm(challenges[0].Realm);
            }

            if (earlierAttempts >= MaximumAttempts || (earlierAttempts > 0 && !challenge.Stale && Answers(request, answerName, challenge.Nonce)))
            {
                Forget_NeedsLock();
                return new DigestVerdict.Refused();
            }

            // Several calls at once may be challenged with one nonce; its count goes on, or the later ones would look like replays.
            var isSameNonce = _challenge is { } known
                && string.Equals(known.Nonce, challenge.Nonce, StringComparison.Ordinal) && known.Algorithm == challenge.Algorithm;
            _count = isSameNonce ? _count : 0;
            _challenge = challenge;
            _headerName = answerName;
            return new DigestVerdict.Answer(Create_NeedsLock(request));
        }
    }

    /// <summary>Authorises a request ahead of any challenge with the nonce known from before; does nothing when there is none.</summary>
    /// <returns>Whether the header was set.</returns>
    public bool TryAuthorize(SipRequest request)
    {
        lock (_lock)
        {
            // Without qop there is no count, and a server may hold every reuse for a replay.
            if (_challenge is null || _challenge.Quality == DigestQuality.None || _count == uint.MaxValue)
            {
                return false;
            }

            var header = Create_NeedsLock(request);
            request.Headers.Set(header.Name, header.Value);
            return true;
        }
    }

    // A second challenge with a fresh nonce may mean no more than an expired one from a server that never says stale.
    private static bool Answers(SipRequest request, string headerName, string nonce) =>
        request.Headers.GetFirst(headerName) is { } value
        && DigestParameters.ReadAll(Encoding.UTF8.GetBytes(value)) is [var parameters, ..]
        && string.Equals(parameters.GetValueOrDefault("nonce"), nonce, StringComparison.Ordinal);

    private void Forget_NeedsLock()
    {
        _challenge = null;
        _count = 0;
    }

    private SipHeader Create_NeedsLock(SipRequest request)
    {
        var challenge = _challenge!;
        var computation = new DigestComputation
        {
            Algorithm = challenge.Algorithm,
            IsSession = challenge.IsSession,
            Username = credentials.Username,
            Realm = challenge.Realm,
            Password = credentials.Password,
            Nonce = challenge.Nonce,
            Method = request.Method.Name,
            Uri = request.RequestUri.ToString(),
            Quality = challenge.Quality ?? DigestQuality.None,
            NonceCount = ++_count,
            ClientNonce = RandomNumberGenerator.GetHexString(32, lowercase: true),
            Body = request.Body,
        };
        return new SipHeader(_headerName, DigestCredentialsWriter.Write(challenge, computation));
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Authentication;

/// <summary>
/// Challenges requests and verifies digests (RFC 3261 §22, RFC 7616). Nonces carry their own time and seal, so that only used ones are
/// remembered. Thread-safe.
/// </summary>
public sealed class DigestServer(DigestServerOptions options, TimeProvider time)
{
    private const int SealBytes = 16;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, uint> _counts = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>The challenge headers for a 401, or for a 407 when <paramref name="asProxy"/>.</summary>
    public IReadOnlyList<SipHeader> CreateChallenges(bool asProxy, bool stale)
    {
        var nonce = CreateNonce();
        var name = asProxy ? SipHeaderNames.ProxyAuthenticate : SipHeaderNames.WwwAuthenticate;
        return [.. options.Algorithms.Select(algorithm => new SipHeader(name, new DigestChallenge
        {
            Realm = options.Realm,
            Nonce = nonce,
            Algorithm = algorithm,
            Qualities = options.OffersQuality ? [DigestQuality.Auth] : [],
            Stale = stale,
        }.ToString()))];
    }

    /// <summary>Verifies a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="asProxy">Whether to read Proxy-Authorization.</param>
    /// <param name="passwordOf">The password of a user, or null for an unknown one.</param>
    /// <param name="username">The user that the credentials name, verified or not; null when there are none.</param>
    public DigestServerVerdict Verify(SipRequest request, bool asProxy, Func<string, string?> passwordOf, out string? username)
    {
        username = null;
        var parameters = FindCredentials(request, asProxy);
        if (parameters is null)
        {
            return DigestServerVerdict.Missing;
        }

        username = parameters.GetValueOrDefault("username");
        if (!TryRead(parameters, request, out var computation, out var response) || passwordOf(computation!.Username) is not { } password)
        {
            return DigestServerVerdict.Wrong;
        }

        var expected = Encoding.ASCII.GetBytes((computation with { Password = password }).Response());
        if (!CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(response)))
        {
            return DigestServerVerdict.Wrong;
        }

        return NonceIsGood(computation.Nonce) && (computation.Quality == DigestQuality.None || TakeCount(computation.Nonce, computation.NonceCount))
            ? DigestServerVerdict.Accepted
            : DigestServerVerdict.Stale;
    }

    private Dictionary<string, string>? FindCredentials(SipRequest request, bool asProxy)
    {
        foreach (var value in request.Headers.GetAll(asProxy ? SipHeaderNames.ProxyAuthorization : SipHeaderNames.Authorization))
        {
            foreach (var parameters in DigestParameters.ReadAll(Encoding.UTF8.GetBytes(value)))
            {
                if (string.Equals(parameters.GetValueOrDefault("realm"), options.Realm, StringComparison.Ordinal))
                {
                    return parameters;
                }
            }
        }

        return null;
    }

    private bool TryRead(Dictionary<string, string> parameters, SipRequest request, out DigestComputation? computation, out string response)
    {
        computation = null;
        response = parameters.GetValueOrDefault("response", string.Empty).ToLowerInvariant();
        var quality = parameters.GetValueOrDefault("qop") switch
        {
            null => DigestQuality.None,
            "auth" => DigestQuality.Auth,
            _ => (DigestQuality?)null,
        };
        var count = 0u;

        // The algorithm and the quality must be among those offered: no downgrade.
        if (quality is null
            || (quality == DigestQuality.Auth) != options.OffersQuality
            || !parameters.TryGetValue("username", out var username)
            || !parameters.TryGetValue("nonce", out var nonce)
            || !parameters.TryGetValue("uri", out var uri)
            || !DigestAlgorithms.TryParse(parameters.GetValueOrDefault("algorithm"), out var algorithm, out var isSession)
            || isSession || !options.Algorithms.Contains(algorithm)
            || (quality == DigestQuality.Auth
                && !uint.TryParse(parameters.GetValueOrDefault("nc"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out count)))
        {
            return false;
        }

        computation = new DigestComputation
        {
            Algorithm = algorithm,
            Username = username,
            Realm = options.Realm,
            Password = string.Empty,
            Nonce = nonce,
            Method = request.Method.Name,
            Uri = uri,
            Quality = quality.Value,
            NonceCount = count,
            ClientNonce = parameters.GetValueOrDefault("cnonce", string.Empty),
        };

        // The digest covers its own uri; it must be that of the request (RFC 7616 §3.4.6).
        return SipUri.TryParse(uri, out var digestUri) && digestUri!.Equals(request.RequestUri);
    }

    private string CreateNonce()
    {
        Span<byte> nonce = stackalloc byte[16 + SealBytes];
        BinaryPrimitives.WriteInt64BigEndian(nonce, time.GetUtcNow().UtcTicks);
        RandomNumberGenerator.Fill(nonce[8..16]);
        Seal(nonce[..16], nonce[16..]);
        return Convert.ToHexStringLower(nonce);
    }

    private void Seal(ReadOnlySpan<byte> content, Span<byte> seal)
    {
        Span<byte> full = stackalloc byte[32];
        HMACSHA256.HashData(_key, content, full);
        full[..SealBytes].CopyTo(seal);
    }

    private bool NonceIsGood(string nonce)
    {
        if (nonce.Length != 2 * (16 + SealBytes) || !nonce.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        var bytes = Convert.FromHexString(nonce);
        Span<byte> seal = stackalloc byte[SealBytes];
        Seal(bytes.AsSpan(0, 16), seal);
        var age = time.GetUtcNow().UtcTicks - BinaryPrimitives.ReadInt64BigEndian(bytes);
        return CryptographicOperations.FixedTimeEquals(seal, bytes.AsSpan(16)) && age <= options.NonceLifetime.Ticks;
    }

    // Each count is good once and only upwards (RFC 7616 §3.4.5).
    private bool TakeCount(string nonce, uint count)
    {
        lock (_lock)
        {
            if (_counts.TryGetValue(nonce, out var last))
            {
                _counts[nonce] = Math.Max(last, count);
                return count > last;
            }

            if (_order.Count >= options.RememberedNonces)
            {
                _counts.Remove(_order.Dequeue());
            }

            _counts[nonce] = count;
            _order.Enqueue(nonce);
            return count > 0;
        }
    }
}

using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace AlertAutomaton.Alerting.Links;

/// <summary>
/// Makes the secrets of acknowledgement links: 96 random bits in base64url (RFC 4648 §5), short enough for a text. Whoever holds one may
/// answer for one household in one alert, and nothing else. Safe for concurrent use when the source is.
/// </summary>
/// <param name="source">A cryptographic source of randomness.</param>
public sealed class LinkTokens(RandomNumberGenerator source)
{
    /// <summary>How many characters a token has.</summary>
    public const int Length = 16;

    private const int Bytes = 12;
    private const int MostDraws = 64;

    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Makes a token.</summary>
    /// <returns><see cref="Length"/> characters of <c>A-Z a-z 0-9 - _</c>, the last of which is no hyphen.</returns>
    /// <exception cref="CryptographicException">The source gives the same again and again.</exception>
    public string New()
    {
        Span<byte> secret = stackalloc byte[Bytes];
        for (var draw = 0; draw < MostDraws; draw++)
        {
            source.GetBytes(secret);
            var token = Base64Url.EncodeToString(secret);

            // Phones that turn addresses into links leave out a hyphen at the end.
            if (token[^1] != '-')
            {
                return token;
            }
        }

        throw new CryptographicException("The source of randomness repeats itself.");
    }

    /// <summary>Whether a text has the form of a token; says nothing about whether there is such a link.</summary>
    /// <param name="text">Anything.</param>
    /// <returns>True for <see cref="Length"/> characters of the alphabet.</returns>
    public static bool IsWellFormed(ReadOnlySpan<char> text) => text.Length == Length && !text.ContainsAnyExcept(Alphabet);
}

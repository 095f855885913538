using System.Security.Cryptography;
using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Transactions;

/// <summary>
/// Branches, tags and Call-IDs: unguessable (RFC 3261 §19.3 asks for 32 random bits, these have 64 and more). Tags carry a check so that
/// a later process recognises those of an earlier one.
/// </summary>
internal static class SipTokenSource
{
    private const int RandomLength = 12;
    private const int TagLength = RandomLength + 4;

    /// <summary>A new branch with the magic cookie.</summary>
    public static string NewBranch() => ViaHeader.MagicCookie + NewRandom(16);

    /// <summary>A new Call-ID.</summary>
    public static string NewCallId() => NewRandom(24);

    /// <summary>A new tag.</summary>
    public static string NewTag()
    {
        string random = NewRandom(RandomLength);
        return random + CheckOf(random);
    }

    /// <summary>Whether a process of this program made the tag.</summary>
    public static bool IsOwnTag(string? tag) =>
        tag is { Length: TagLength } && string.Equals(tag[RandomLength..], CheckOf(tag.AsSpan(0, RandomLength)), StringComparison.Ordinal);

    private static string NewRandom(int length) => RandomNumberGenerator.GetHexString(length, lowercase: true);

    // Fletcher-16 is no secret; it only tells our tags from those of others.
    private static string CheckOf(ReadOnlySpan<char> random)
    {
        int low = 0xA5;
        int high = 0x5A;
        foreach (char character in random)
        {
            low = (low + character) % 255;
            high = (high + low) % 255;
        }

        return ((high << 8) | low).ToString("x4", System.Globalization.CultureInfo.InvariantCulture);
    }
}

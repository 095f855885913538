using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AlertAutomaton.Channels.Email;

/// <summary>
/// One mailbox as RFC 5321 §4.1.2 lets a person have it: a dot-atom (RFC 6531 letters included) before the @, a domain of at least one label
/// behind it, kept in its ASCII form (RFC 5891). Quoted local parts and address literals of the public Internet are not used by residents and refused.
/// </summary>
internal sealed record EmailAddress
{
    private const int LongestLocal = 64;
    private const int LongestDomain = 253;
    private const string LocalMarks = "!#$%&'*+-/=?^_`{|}~.";
    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    private EmailAddress(string local, string domain)
    {
        Local = local;
        Domain = domain;
    }

    public string Local { get; }

    /// <summary>The domain in ASCII (<c>xn--…</c> where it has other letters).</summary>
    public string Domain { get; }

    /// <summary>True when only a relay that knows SMTPUTF8 can carry it (RFC 6531).</summary>
    public bool NeedsUtf8 => !System.Text.Ascii.IsValid(Local);

    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        if (text is not { Length: >= 3 and <= LongestLocal + 1 + LongestDomain })
        {
            return false;
        }

        int at = text.LastIndexOf('@');
        if (at < 1 || !IsLocal(text.AsSpan(0, at)) || !TryDomain(text[(at + 1)..], out string? domain))
        {
            return false;
        }

        address = new EmailAddress(text[..at], domain);
        return true;
    }

    public override string ToString() => $"{Local}@{Domain}";

    private static bool IsLocal(ReadOnlySpan<char> local)
    {
        if (local.Length > LongestLocal || local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (char mark in local)
        {
            bool known = mark < 0x80 ? char.IsAsciiLetterOrDigit(mark) || LocalMarks.Contains(mark, StringComparison.Ordinal) : IsLetter(mark);
            if (!known)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLetter(char mark) =>
        CharUnicodeInfo.GetUnicodeCategory(mark) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;

    private static bool TryDomain(string text, [NotNullWhen(true)] out string? domain)
    {
        domain = null;
        if (text.Length is 0 or > LongestDomain || (IPAddress.TryParse(text, out IPAddress? ip) && ip.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6))
        {
            return false;
        }

        try
        {
            domain = Idn.GetAscii(text).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return false;
        }

        return domain.Length <= LongestDomain && domain[^1] != '.';
    }
}

using System.Globalization;
using System.Text.Json.Serialization;

namespace AlertAutomaton.Alerting.PhoneNumbers;

/// <summary>
/// A phone number in international form (ITU-T E.164): country code and number, 7 to 15 digits, kept as one integer because no
/// country code begins with 0. Whether a country really has it is the numbering plan's question (<c>PhoneNumberParser</c>).
/// </summary>
[JsonConverter(typeof(E164NumberJsonConverter))]
public readonly record struct E164Number
{
    /// <summary>The fewest digits, country code included, that any country uses.</summary>
    public const int MinimumDigits = 7;

    /// <summary>The most digits, country code included (E.164 §6.1).</summary>
    public const int MaximumDigits = 15;

    private E164Number(ulong digits) => Digits = digits;

    /// <summary>The digits as a number; 0 is the empty number.</summary>
    public ulong Digits { get; }

    /// <summary>True for the default value, which is no number.</summary>
    public bool IsEmpty => Digits == 0;

    /// <summary>Reads the strict form <c>+</c> and digits, nothing else.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number, or the empty one.</param>
    /// <returns>False when it is anything but <c>+</c>, a digit 1-9 and 6 to 14 more digits.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out E164Number number)
    {
        number = default;
        if (text.Length is < MinimumDigits + 1 or > MaximumDigits + 1 || text[0] != '+' || text[1] == '0')
        {
            return false;
        }

        ulong digits = 0;
        foreach (var c in text[1..])
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            digits = (digits * 10) + (ulong)(c - '0');
        }

        number = new E164Number(digits);
        return true;
    }

    /// <summary>True when the number begins with these digits.</summary>
    /// <param name="prefix"><c>+</c> and digits; <c>+</c> alone matches every number.</param>
    /// <returns>True when it does.</returns>
    public bool StartsWith(ReadOnlySpan<char> prefix)
    {
        Span<char> text = stackalloc char[MaximumDigits + 1];
        return TryFormat(text, out var length) && text[..length].StartsWith(prefix, StringComparison.Ordinal);
    }

    /// <summary>Writes <c>+</c> and the digits.</summary>
    /// <param name="destination">At least 16 characters.</param>
    /// <param name="length">How many were written.</param>
    /// <returns>False when the destination is too short or the number empty.</returns>
    public bool TryFormat(Span<char> destination, out int length)
    {
        length = 0;
        if (IsEmpty || destination.Length < 2 || !Digits.TryFormat(destination[1..], out var digits, provider: CultureInfo.InvariantCulture))
        {
            return false;
        }

        destination[0] = '+';
        length = digits + 1;
        return true;
    }

    /// <summary>The number with all but its first three and last two digits hidden, for logs.</summary>
    /// <returns>For example <c>+33*******01</c>.</returns>
    public string Masked()
    {
        var text = ToString();
        return text.Length <= 6 ? new string('*', text.Length) : string.Concat(text.AsSpan(0, 3), new string('*', text.Length - 5), text.AsSpan(text.Length - 2));
    }

    /// <summary>The strict form, <c>+</c> and digits; empty for the empty number.</summary>
    /// <returns>The text that <see cref="TryParse"/> reads.</returns>
    public override string ToString()
    {
        Span<char> text = stackalloc char[MaximumDigits + 1];
        return TryFormat(text, out var length) ? new string(text[..length]) : string.Empty;
    }
}

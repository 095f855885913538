namespace AlertAutomaton.Smpp.Text;

/// <summary>The arithmetic of segments (3GPP TS 23.040 §9.2.3.24.1): what fits, and where a text may be cut.</summary>
internal static class SmsSegmentation
{
    /// <summary>The most that a user data header can count.</summary>
    public const int MostSegments = 255;

    public static SmsEncoding ChooseEncoding(ReadOnlySpan<char> text, SmsTextOptions options)
    {
        var (inDefault, inLatin1) = (true, options.AllowLatin1);
        foreach (var character in text)
        {
            inDefault = inDefault && IsInDefaultAlphabet(character, options.DefaultAlphabet);
            inLatin1 = inLatin1 && character <= 0xFF;
            if (!inDefault && !inLatin1)
            {
                return SmsEncoding.Ucs2;
            }
        }

        return inDefault ? SmsEncoding.Gsm : SmsEncoding.Latin1;
    }

    /// <summary>Units of a text in one message, and in each of several.</summary>
    public static (int Single, int Part) CapacityOf(SmsEncoding encoding, SmsConcatenation concatenation)
    {
        var isLongReference = concatenation == SmsConcatenation.UserDataHeader16;
        return encoding switch
        {
            SmsEncoding.Gsm => (160, isLongReference ? 152 : 153),
            SmsEncoding.Latin1 => (140, isLongReference ? 133 : 134),
            _ => (70, isLongReference ? 66 : 67),
        };
    }

    /// <summary>Units and characters of what must stay together at a place: an escape pair or a surrogate pair.</summary>
    public static (int Units, int Characters) StepAt(ReadOnlySpan<char> text, int index, SmsEncoding encoding) => encoding switch
    {
        SmsEncoding.Gsm => (GsmAlphabet.CostOf(text[index]), 1),
        SmsEncoding.Ucs2 when index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) => (2, 2),
        _ => (1, 1),
    };

    /// <summary>Where the segment that begins at a place ends, and its units.</summary>
    public static (int End, int Units) EndOf(ReadOnlySpan<char> text, int start, int capacity, SmsEncoding encoding)
    {
        var (end, units) = (start, 0);
        while (end < text.Length)
        {
            var step = StepAt(text, end, encoding);
            if (units + step.Units > capacity)
            {
                break;
            }

            (end, units) = (end + step.Characters, units + step.Units);
        }

        return (end, units);
    }

    // A gateway that converts by itself is given only what survives: characters of both alphabets.
    private static bool IsInDefaultAlphabet(char character, SmsDefaultAlphabet alphabet) => GsmAlphabet.CostOf(character) > 0 && alphabet switch
    {
        SmsDefaultAlphabet.Gsm => true,
        SmsDefaultAlphabet.Latin1 => character <= 0xFF,
        _ => character <= 0x7F,
    };
}

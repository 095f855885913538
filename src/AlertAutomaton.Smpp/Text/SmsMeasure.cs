namespace AlertAutomaton.Smpp.Text;

/// <summary>Counts segments exactly as <see cref="SmsEncoder"/> will cut them, cheaply enough for every key that a writer presses.</summary>
public static class SmsMeasure
{
    /// <summary>Measures a text of any length.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">How the gateway wants it; the default is GSM 03.38 with 8-bit references.</param>
    public static SmsSize Of(string text, SmsTextOptions? options = null)
    {
        options ??= SmsTextOptions.Default;
        if (options.ReplaceTypographic)
        {
            text = TypographicReplacement.Apply(text);
        }

        var encoding = SmsSegmentation.ChooseEncoding(text, options);
        var (single, part) = SmsSegmentation.CapacityOf(encoding, options.Concatenation);
        var (end, units) = SmsSegmentation.EndOf(text, 0, single, encoding);
        if (end == text.Length)
        {
            return new SmsSize(encoding, units, 1, single - units);
        }

        var (total, segments, last) = (0, 0, 0);
        for (var start = 0; start < text.Length; segments++)
        {
            (start, last) = SmsSegmentation.EndOf(text, start, part, encoding);
            total += last;
        }

        return new SmsSize(encoding, total, segments, part - last);
    }
}

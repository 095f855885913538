namespace AlertAutomaton.Smpp.Text;

/// <summary>How a gateway wants texts.</summary>
public sealed record SmsTextOptions
{
    /// <summary>GSM 03.38, UCS-2 for the rest, 8-bit references.</summary>
    public static SmsTextOptions Default { get; } = new();

    /// <summary>What data_coding 0 means.</summary>
    public SmsDefaultAlphabet DefaultAlphabet { get; init; } = SmsDefaultAlphabet.Gsm;

    /// <summary>Whether text that is Latin-1 but not in the default alphabet goes as data_coding 3 instead of UCS-2.</summary>
    public bool AllowLatin1 { get; init; }

    /// <summary>How long text is sent.</summary>
    public SmsConcatenation Concatenation { get; init; } = SmsConcatenation.UserDataHeader8;

    /// <summary>Whether typographic characters are replaced by plain ones first (’ by ', … by ...): often halves the segments of French text.</summary>
    public bool ReplaceTypographic { get; init; }
}

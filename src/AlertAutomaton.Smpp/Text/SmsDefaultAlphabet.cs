namespace AlertAutomaton.Smpp.Text;

/// <summary>What a gateway means by data_coding 0.</summary>
public enum SmsDefaultAlphabet
{
    /// <summary>GSM 03.38 unpacked, the usual meaning.</summary>
    Gsm,

    /// <summary>ISO-8859-1, which the gateway turns into GSM 03.38 itself.</summary>
    Latin1,

    /// <summary>ASCII, which the gateway turns into GSM 03.38 itself.</summary>
    Ascii,
}

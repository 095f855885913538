namespace AlertAutomaton.Smpp.Text;

/// <summary>How a text travels.</summary>
public enum SmsEncoding
{
    /// <summary>GSM 03.38 default alphabet with its extension table, one septet per octet on the wire (data_coding 0).</summary>
    Gsm,

    /// <summary>ISO-8859-1 (data_coding 3), where a gateway wants it.</summary>
    Latin1,

    /// <summary>UCS-2 big-endian with surrogate pairs (data_coding 8).</summary>
    Ucs2,
}

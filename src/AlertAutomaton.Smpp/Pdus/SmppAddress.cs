namespace AlertAutomaton.Smpp.Pdus;

/// <summary>A source or destination address with its kind (SMPP 3.4 §5.2.5 to §5.2.9).</summary>
/// <param name="Ton">Type of number.</param>
/// <param name="Npi">Numbering plan.</param>
/// <param name="Value">Up to 20 characters (64 in data_sm), Latin-1, without plus sign.</param>
public readonly record struct SmppAddress(TypeOfNumber Ton, NumberingPlan Npi, string Value)
{
    private const int LongestShortCode = 8;

    /// <summary>No address: the gateway puts its own.</summary>
    public static SmppAddress None => new(TypeOfNumber.Unknown, NumberingPlan.Unknown, "");

    /// <summary>
    /// Guesses the kind as gateways expect it: <c>+33…</c> is international and E.164, up to eight digits are a short code (network specific,
    /// plan unknown), other digits are national, anything else is a name.
    /// </summary>
    public static SmppAddress Detect(string address)
    {
        var digits = address.StartsWith('+') ? address[1..] : address;
        var isNumber = digits.Length > 0 && digits.All(char.IsAsciiDigit);
        return (address.Length, isNumber) switch
        {
            (0, _) => None,
            (_, false) => new SmppAddress(TypeOfNumber.Alphanumeric, NumberingPlan.Unknown, address),
            _ when digits.Length < address.Length => new SmppAddress(TypeOfNumber.International, NumberingPlan.Isdn, digits),
            _ when digits.Length <= LongestShortCode => new SmppAddress(TypeOfNumber.NetworkSpecific, NumberingPlan.Unknown, digits),
            _ => new SmppAddress(TypeOfNumber.National, NumberingPlan.Isdn, digits),
        };
    }

    /// <summary>The address as people write it: with plus sign when it is international.</summary>
    public string ToText() => Ton == TypeOfNumber.International && !Value.StartsWith('+') ? "+" + Value : Value;

    /// <summary>The kind and the last two characters, for logs.</summary>
    public override string ToString() => $"{Ton}:…{(Value.Length > 4 ? Value[^2..] : "")}";
}

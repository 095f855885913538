namespace AlertAutomaton.Contracts.Phones;

/// <summary>A new PIN: body of <c>POST /api/v1/operators/{number}/pin</c>.</summary>
public sealed record SetPinRequest
{
    /// <summary>6 to 12 digits that are not trivial.</summary>
    public required string Pin { get; init; }

    /// <summary>Another one, which behaves the same and alarms the others; null: none.</summary>
    public string? DuressPin { get; init; }

    /// <summary>Hides the digits from whatever prints records.</summary>
    private bool PrintMembers(System.Text.StringBuilder text)
    {
        text.Append("Pin = (secret), DuressPin = ").Append(DuressPin is null ? "none" : "(secret)");
        return true;
    }
}

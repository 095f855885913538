namespace AlertAutomaton.Daemon.Http;

/// <summary>The header by which a repeated order is recognised.</summary>
internal static class IdempotencyKey
{
    private const string Header = "Idempotency-Key";
    private const int Longest = 200;

    /// <summary>The key, 1 to 200 characters; null when it is missing or unusable.</summary>
    public static string? Of(HttpContext context)
    {
        var key = context.Request.Headers[Header].ToString();
        return key.Length is 0 or > Longest || key.Any(char.IsControl) ? null : key;
    }
}

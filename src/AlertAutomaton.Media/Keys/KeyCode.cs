namespace AlertAutomaton.Media.Keys;

/// <summary>Telephone keys and their event codes (RFC 4733 §3.2, table 3).</summary>
public static class KeyCode
{
    private const string Keys = "0123456789*#ABCD";

    /// <summary>The key of an event code 0 to 15; false for flash and for all that is not a key.</summary>
    public static bool TryFromEvent(int code, out char key)
    {
        var known = (uint)code < (uint)Keys.Length;
        key = known ? Keys[code] : '\0';
        return known;
    }

    /// <summary>The event code of a key, letters in either case; false when it is none.</summary>
    public static bool TryToEvent(char key, out byte code)
    {
        var index = Keys.IndexOf(char.ToUpperInvariant(key), StringComparison.Ordinal);
        code = (byte)Math.Max(0, index);
        return index >= 0;
    }
}

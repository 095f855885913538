using System.Globalization;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>A range of UDP ports, both ends included: <c>20000-29999</c>.</summary>
internal readonly record struct PortRange(int First, int Last)
{
    /// <summary>How many calls fit: pairs that begin on an even port (RFC 3550 §11).</summary>
    public int Pairs => (Last + 1 - (First + (First & 1))) / 2;

    public static bool TryParse(string text, out PortRange range)
    {
        range = default;
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            || first < 1 || last > 65_535 || last <= first)
        {
            return false;
        }

        range = new PortRange(first, last);
        return true;
    }
}

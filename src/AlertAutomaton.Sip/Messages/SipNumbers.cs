using System.Globalization;

namespace AlertAutomaton.Sip.Messages;

/// <summary>delta-seconds and other 1*DIGIT values held as text.</summary>
internal static class SipNumbers
{
    public static uint? Parse(string? text) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string Write(ulong number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;

namespace AlertAutomaton.Daemon.Metrics;

/// <summary>One sample as a line of text.</summary>
internal static class SampleLine
{
    public static void WriteTo(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(Value(value)).Append('\n');
    }

    private static string Value(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}

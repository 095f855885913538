using System.Globalization;
using AlertAutomaton.Contracts.Alerts;

namespace AlertAutomaton.Daemon.CommandLine.Sending;

/// <summary>A false alert is a disaster: a person who orders a real one from a terminal says back how many people it will call.</summary>
internal static class LaunchConsent
{
    public static bool IsGiven(CommandContext context, SendRequest request, LaunchAlertRequest order)
    {
        if (request.Yes || context.Json || !context.Surroundings.IsTerminal || !string.Equals(order.Kind, "real", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        context.Out.Write(context.Texts.Format("cli.send.confirm", order.Recipients.Count) + " ");
        var repeated = context.Surroundings.In.ReadLine()?.Trim();
        return string.Equals(repeated, order.Recipients.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}

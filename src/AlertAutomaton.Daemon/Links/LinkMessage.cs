using System.Globalization;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Messages;

namespace AlertAutomaton.Daemon.Links;

/// <summary>The words of a message as a page shows them. Pure.</summary>
internal static class LinkMessage
{
    /// <param name="alert">The alert.</param>
    /// <param name="text">The message in the household's language.</param>
    /// <param name="recipient">The household.</param>
    /// <param name="organisation">Who warns.</param>
    /// <param name="forTrustedPerson">True: the words for the trusted person, where there are any.</param>
    /// <param name="culture">How hours and dates are written.</param>
    public static string Of(Alert alert, MessageText text, Recipient recipient, string organisation, bool forTrustedPerson, CultureInfo culture)
    {
        string?[] candidates = [forTrustedPerson ? text.TrustedText : null, text.Text, text.EmailText, text.SmsText];
        var words = candidates.FirstOrDefault(one => !string.IsNullOrWhiteSpace(one)) ?? "";
        var moment = OnTheClockOf(alert, alert.EventAt ?? alert.LaunchedAt);
        return MessagePlaceholders.Fill(words, placeholder => placeholder switch
        {
            MessagePlaceholder.Name => recipient.Name,
            MessagePlaceholder.Organisation => organisation,
            MessagePlaceholder.Time => moment.ToString("t", culture),
            MessagePlaceholder.Date => moment.ToString("D", culture),
            _ => null,
        }).Trim();
    }

    /// <summary>A moment on the organisation's clock.</summary>
    public static DateTimeOffset OnTheClockOf(Alert alert, DateTimeOffset moment) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(alert.TimeZone, out var zone) ? TimeZoneInfo.ConvertTime(moment, zone) : moment;
}

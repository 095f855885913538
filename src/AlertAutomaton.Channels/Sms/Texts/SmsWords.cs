using System.Globalization;
using System.Resources;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.Channels.Sms.Texts;

/// <summary>
/// The product's own words in texts, one resource file per language; English where a language has none. They keep to the GSM alphabet, so
/// that they never make a text longer than the clerk's own words do: no <c>ê</c>, no <c>ç</c>.
/// </summary>
internal sealed class SmsWords
{
    private static readonly ResourceManager Resources = new("AlertAutomaton.Channels.Sms.Texts.SmsWords", typeof(SmsWords).Assembly);
    private static readonly SmsWords English = new(CultureInfo.GetCultureInfo("en"));
    private static readonly SmsWords French = new(CultureInfo.GetCultureInfo("fr"));

    private readonly CultureInfo _culture;

    private SmsWords(CultureInfo culture) => _culture = culture;

    /// <summary>Every language that has words of its own, with its primary tag.</summary>
    public static IReadOnlyList<(string Language, SmsWords Words)> All { get; } = [("en", English), ("fr", French)];

    /// <summary>The words in the resident's language, else in that of the message, else in English.</summary>
    public static SmsWords For(string language, string messageLanguage) => Find(language) ?? Find(messageLanguage) ?? English;

    /// <summary>The words in the resident's language, else in English.</summary>
    public static SmsWords For(string language) => Find(language) ?? English;

    public string? KindOf(AlertKind kind) => kind switch
    {
        AlertKind.Exercise => this["Exercise"],
        AlertKind.Test => this["Test"],
        _ => null,
    };

    public string Sender(string organisation) => Format("Sender", organisation);

    public string SilentHousehold(string? name) => string.IsNullOrWhiteSpace(name) ? this["SilentUnnamed"] : Format("Silent", name);

    public string HowToReply(AlertPurpose purpose, bool isTrusted) => this[(purpose, isTrusted) switch
    {
        (AlertPurpose.Convocation, _) => "ReplyPresence",
        (AlertPurpose.Information, _) => "ReplyRead",
        (_, true) => "ReplyTrusted",
        _ => "ReplySafety",
    }];

    public string OrLink(string reply, string link) => Format("OrLink", reply, link);

    public string OnlyLink(string link) => Format("OnlyLink", link);

    public string NotUnderstood(AlertPurpose purpose, bool isTrusted) => Format("NotUnderstood", HowToReply(purpose, isTrusted));

    public string Confirmation(AlertPurpose purpose, AcknowledgementOption option) => this[(purpose, option) switch
    {
        (_, AcknowledgementOption.NeedsHelp) => "ConfirmHelp",
        (_, AcknowledgementOption.Present) => "ConfirmPresent",
        (_, AcknowledgementOption.Absent) => "ConfirmAbsent",
        (AlertPurpose.Information, _) => "ConfirmRead",
        _ => "ConfirmSafe",
    }];

    public string StopConfirmed(string organisation) => Format("ConfirmStop", organisation);

    public string Time(DateTimeOffset at, string timeZone) => Local(at, timeZone).ToString(this["TimePattern"], _culture);

    public string Date(DateTimeOffset at, string timeZone) => Local(at, timeZone).ToString(this["DatePattern"], _culture);

    private string this[string key] => Resources.GetString(key, _culture) ?? throw new MissingManifestResourceException(key);

    private string Format(string key, params object?[] arguments) => string.Format(_culture, this[key], arguments);

    private static SmsWords? Find(string language)
    {
        var end = language.AsSpan().IndexOfAny('-', '_');
        var primary = end < 0 ? language : language[..end];
        return All.FirstOrDefault(one => string.Equals(one.Language, primary, StringComparison.OrdinalIgnoreCase)).Words;
    }

    private static DateTimeOffset Local(DateTimeOffset at, string timeZone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? TimeZoneInfo.ConvertTime(at, zone) : at;
}

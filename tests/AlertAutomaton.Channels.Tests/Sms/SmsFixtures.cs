using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Channels.Sms.Texts;

namespace AlertAutomaton.Channels.Tests.Sms;

/// <summary>Alerts and households that the tests of texts share.</summary>
internal static class SmsFixtures
{
    public static readonly DateTimeOffset Evening = new(2026, 1, 15, 20, 0, 0, TimeSpan.Zero);

    public static SmsStyle Barran { get; } = new() { OrganisationName = "Barran", BaseUrl = "https://a.example.org" };

    public static E164Number Number(string text) => E164Number.TryParse(text, out var number) ? number : throw new ArgumentException(text, nameof(text));

    public static ContactPoint Point(string number, ContactPointRole role = ContactPointRole.Own, int id = 1) =>
        ContactPoint.Sms(new ContactPointId(new Guid(id, 0, 0, new byte[8])), Number(number), role);

    public static AlertMessage Message(params MessageText[] texts) => new() { Id = new MessageId(new Guid(7, 0, 0, new byte[8])), Texts = texts };

    public static MessageText French(string text) => new() { Language = "fr", Text = text };

    public static MessageText English(string text) => new() { Language = "en", Text = text };

    public static Alert Alert(AlertMessage message, DeliveryPolicy? policy = null, AlertKind kind = AlertKind.Real, int id = 1) => new()
    {
        Id = new AlertId(new Guid(id, 1, 0, new byte[8])),
        Organisation = new OrganisationId(new Guid(1, 2, 0, new byte[8])),
        Kind = kind,
        Title = "crue",
        Message = message,
        Policy = policy ?? BuiltInPolicies.Alert,
        LaunchedAt = Evening,
        Lifetime = TimeSpan.FromHours(6),
        LaunchedBy = "test",
    };

    public static DeliveryOrder Order(
        Alert alert, ContactPoint point, string language = "fr", string? name = null, string? token = null, int attempt = 1) => new()
        {
            Alert = alert,
            Recipient = new RecipientId(new Guid(attempt, 3, 0, new byte[8])),
            Attempt = new AttemptId(new Guid(attempt, 4, 0, new byte[8])),
            Number = 1,
            Point = point,
            Language = language,
            LeaveVoicemail = false,
            RecipientName = name,
            LinkToken = token,
        };

    public static Contact Household(string name, string language, params ContactPoint[] points) => new()
    {
        Id = new ContactId(new Guid(1, 5, 0, new byte[8])),
        Organisation = new OrganisationId(new Guid(1, 2, 0, new byte[8])),
        Name = name,
        Language = language,
        Points = points,
    };
}

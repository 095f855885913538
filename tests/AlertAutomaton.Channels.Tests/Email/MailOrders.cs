using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Channels.Email;

namespace AlertAutomaton.Channels.Tests.Email;

/// <summary>Orders and options for mails, each test changing what it is about.</summary>
internal static class MailOrders
{
    public static readonly AttemptId Attempt = new(Guid.Parse("019e5b3c-7a10-7c44-9d2e-5f6a7b8c9d0e"));
    private static readonly ContactPointId Point = new(Guid.Parse("019e5b3c-7a10-7c44-9d2e-5f6a7b8c9d0f"));

    public static EmailChannelOptions Options => new()
    {
        Relays = [Relay],
        From = "alerte@mairie.example.org",
        FromName = "Mairie de Ville-sur-Été",
        LinkBase = new Uri("https://alerte.example.org"),
    };

    public static MailRelayOptions Relay => new() { Host = "localhost", Port = 2525, Security = MailRelaySecurity.None, MailsPerSecond = 1000 };

    public static DeliveryOrder Order(
        string text = "L'eau monte.\n\nMontez à l'étage.",
        string language = "fr",
        AlertPurpose purpose = AlertPurpose.Vital,
        AlertKind kind = AlertKind.Real,
        string address = "resident@example.org",
        ContactPointRole role = ContactPointRole.Own,
        Func<MessageText, MessageText>? more = null,
        Func<Alert, Alert>? alert = null)
    {
        var words = new MessageText { Language = language, Text = text };
        var order = new Alert
        {
            Id = new AlertId(Guid.Parse("019e5b3c-0000-7c44-9d2e-5f6a7b8c9d0e")),
            Organisation = new OrganisationId(Guid.Parse("019e5b3c-0001-7c44-9d2e-5f6a7b8c9d0e")),
            Kind = kind,
            Title = "Crue de la rivière",
            Message = new AlertMessage { Id = new MessageId(Guid.Parse("019e5b3c-0002-7c44-9d2e-5f6a7b8c9d0e")), Texts = [more?.Invoke(words) ?? words] },
            Policy = BuiltInPolicies.Alert with { Purpose = purpose },
            LaunchedAt = new DateTimeOffset(2026, 7, 14, 15, 5, 0, TimeSpan.Zero),
            Lifetime = TimeSpan.FromHours(2),
            LaunchedBy = "test",
        };
        return new DeliveryOrder
        {
            Alert = alert?.Invoke(order) ?? order,
            Recipient = default,
            Attempt = Attempt,
            Number = 1,
            Point = ContactPoint.Email(Point, address, role),
            Language = language,
            LinkToken = "s3cr3t-token",
            LeaveVoicemail = false,
        };
    }

    public static OutgoingMail Compose(DeliveryOrder order, Func<EmailChannelOptions, EmailChannelOptions>? options = null) =>
        new EmailComposer(options?.Invoke(Options) ?? Options).Compose(order)!;

    public static string? Header(OutgoingMail mail, string name) => mail.Headers.FirstOrDefault(header => header.Key == name).Value;
}

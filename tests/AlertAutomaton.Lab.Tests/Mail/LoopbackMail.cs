using System.Security.Cryptography.X509Certificates;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Channels.Email;
using AlertAutomaton.Lab.Mail;
using AlertAutomaton.Lab.Tests.Channels;
using AlertAutomaton.Lab.Witness;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Lab.Tests.Mail;

/// <summary>The mail channel as the daemon uses it, over the lab's server on loopback.</summary>
internal sealed class LoopbackMail : IAsyncDisposable
{
    public LoopbackMail(
        LabMailServerOptions? server = null, Func<MailRelayOptions, MailRelayOptions>? relay = null, X509ChainPolicy? trust = null, TimeProvider? clientTime = null, TimeProvider? serverTime = null)
    {
        Server = LabMailServer.Start(server ?? new LabMailServerOptions(), Witness, serverTime ?? TimeProvider.System, NullLogger.Instance);
        Relay = new MailRelayOptions { Host = "localhost", Port = Server.Port, Security = MailRelaySecurity.None, MailsPerSecond = 1000, TimeOut = TimeSpan.FromMinutes(1), KeepOpen = TimeSpan.FromMinutes(5) };
        Relay = relay?.Invoke(Relay) ?? Relay;
        TimeProvider time = clientTime ?? TimeProvider.System;
        Channel = new EmailChannel(Options, new FrameworkMailTransport(time) { TrustPolicy = trust }, time, NullLogger<EmailChannel>.Instance);
    }

    public WitnessLog Witness { get; } = WitnessLog.InMemory();

    public LabMailServer Server { get; }

    public MailRelayOptions Relay { get; }

    public EmailChannel Channel { get; }

    public EmailChannelOptions Options => new()
    {
        Relays = [Relay], From = "alerte@mairie.example.org", FromName = "Mairie de Ville-sur-Été", LinkBase = new Uri("https://alerte.example.org"),
    };

    public static DeliveryOrder Order(string address, string text = "L'eau monte.\n\n.Montez à l'étage !") => new()
    {
        Alert = new Alert
        {
            Id = AlertId.New(TimeProvider.System), Organisation = OrganisationId.New(TimeProvider.System), Kind = AlertKind.Exercise, Title = "Crue de la rivière",
            Message = new AlertMessage { Id = MessageId.New(TimeProvider.System), Texts = [new MessageText { Language = "fr", Text = text }] },
            Policy = BuiltInPolicies.Alert, LaunchedAt = TimeProvider.System.GetUtcNow(), Lifetime = TimeSpan.FromHours(1), LaunchedBy = "test",
        },
        Recipient = default,
        Attempt = AttemptId.New(TimeProvider.System),
        Number = 1,
        Point = ContactPoint.Email(ContactPointId.New(TimeProvider.System), address),
        Language = "fr",
        LinkToken = "s3cr3t",
        LeaveVoicemail = false,
    };

    public Task<AttemptResult> DeliverAsync(string address, CancellationToken stop = default) => DeliverAsync(Order(address), stop);

    public async Task<AttemptResult> DeliverAsync(DeliveryOrder order, CancellationToken stop = default)
    {
        ILineReservation? line;
        while (!Channel.TryReserve(Channel.RouteOf(new RouteRequest(order.Point, null, null)), out line))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, CancellationToken.None);
        }

        using (line)
        {
            return await Channel.DeliverAsync(order, line, GatedReporter.Quick(), stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await Server.DisposeAsync();
        Witness.Dispose();
    }
}

using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Channels.Voice;
using AlertAutomaton.Lab.Tests.Calls;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Speech.Prompts;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Lab.Tests.Channels;

/// <summary>The voice channel with the shipped prompts over a loopback town, and a short message so that calls are short.</summary>
internal sealed class AlertCalls : IMessageAudio
{
    private readonly LoopbackTown _lab;
    private readonly Alert _alert;

    public AlertCalls(LoopbackTown lab, DeliveryPolicy? policy = null, AlertKind kind = AlertKind.Exercise, TimeSpan? keyWait = null)
    {
        _lab = lab;
        Catalogue = PromptCatalogue.Load(FindPrompts());
        var message = new AlertMessage { Id = MessageId.New(TimeProvider.System), Texts = [new MessageText { Language = "fr", Text = "un essai" }] };
        _alert = new Alert
        {
            Id = AlertId.New(TimeProvider.System), Organisation = OrganisationId.New(TimeProvider.System), Kind = kind, Title = "essai", Message = message,
            Policy = policy ?? BuiltInPolicies.Alert, LaunchedAt = TimeProvider.System.GetUtcNow(), Lifetime = TimeSpan.FromHours(1), LaunchedBy = "test",
        };
        var options = new VoiceChannelOptions { Rounds = 1, RingTime = TimeSpan.FromSeconds(3), KeyWait = keyWait ?? TimeSpan.FromSeconds(1), SecondKeyWait = TimeSpan.FromSeconds(1) };
        Channel = new VoiceChannel(lab.Service.Lines, Catalogue, this, options, TimeProvider.System, NullLogger<VoiceChannel>.Instance);
    }

    public PromptCatalogue Catalogue { get; }

    public VoiceChannel Channel { get; }

    private MessageAudio Audio { get; } = new()
    {
        Organisation = PreparedPrompt.FromPcm("organisation", ToneGenerator.Sine(440, TimeSpan.FromSeconds(0.4))),
        Message = PreparedPrompt.FromPcm("message", ToneGenerator.Sine(620, TimeSpan.FromSeconds(1))),
    };

    public bool TryGet(MessageId message, string language, [NotNullWhen(true)] out MessageAudio? audio)
    {
        audio = Audio;
        return true;
    }

    public Task<AttemptResult> DeliverAsync(string number, IAttemptReporter reporter, CancellationToken stop = default) =>
        DeliverAsync(number, ContactPointRole.Own, reporter, stop);

    public async Task<AttemptResult> DeliverAsync(string number, ContactPointRole role, IAttemptReporter reporter, CancellationToken stop = default)
    {
        Assert.True(E164Number.TryParse(number, out E164Number e164));
        ContactPoint point = ContactPoint.Voice(ContactPointId.New(TimeProvider.System), e164, role);
        string route = Channel.RouteOf(new RouteRequest(point, null, null));
        ILineReservation? line;
        while (!Channel.TryReserve(route, out line))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, CancellationToken.None);
        }

        using (line)
        {
            var order = new DeliveryOrder
            {
                Alert = _alert, Recipient = RecipientId.New(TimeProvider.System), Attempt = AttemptId.New(TimeProvider.System), Number = 1, Point = point, Language = "fr",
                LeaveVoicemail = true,
            };
            return await Channel.DeliverAsync(order, line, reporter, stop).WaitAsync(TimeSpan.FromSeconds(90), TimeProvider.System, CancellationToken.None);
        }
    }

    public static string FindPrompts()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string prompts = Path.Combine(folder.FullName, "voice-prompts");
            if (Directory.Exists(Path.Combine(prompts, "fr")))
            {
                return prompts;
            }
        }

        throw new DirectoryNotFoundException("voice-prompts is not above the tests.");
    }
}

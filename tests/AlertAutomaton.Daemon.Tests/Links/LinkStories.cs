using System.Net;
using System.Security.Cryptography;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Dispatch;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Links;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Links;
using AlertAutomaton.Daemon.Tests.EndToEnd;
using AlertAutomaton.Storage.Sqlite;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Daemon.Tests.Links;

/// <summary>The pages over the real engine and store: two households and a trusted person are texted, and follow their links.</summary>
public sealed class LinkStories : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _directory = Directory.CreateTempSubdirectory("alertautomaton-links").FullName;
    private readonly TextsDouble _texts = new();
    private readonly SqliteAlertStore _store;
    private readonly AlertService _service;

    // Ahead of the engine's clock by what a test says: only the age of links is read from it.
    private readonly ManualTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    public LinkStories()
    {
        var store = new SqliteStoreOptions { DatabasePath = Path.Combine(_directory, "alerts.db"), BallastBytes = 0 };
        _store = SqliteAlertStore.Open(store, TimeProvider.System, NullLoggerFactory.Instance);
        var dispatching = new DispatcherOptions { NewLinkToken = new LinkTokens(RandomNumberGenerator.Create()).New };
        _service = new AlertService(_store, [_texts], dispatching, TimeProvider.System, NullLoggerFactory.Instance);
    }

    [Fact]
    public async Task A_link_answers_for_its_household_once_per_change_and_tells_when_the_alert_is_over()
    {
        AlertId alert = await LaunchAsync();
        var desk = new EngineLinkDesk(_service, "Valbourg", _clock);
        await using LinkFace face = await FaceAsync(desk);
        using var client = new HttpClient { BaseAddress = new Uri(face.Urls[0]) };
        string link = LinkAddress.Path + TokenOf("+33639980001");

        string page = await client.GetStringAsync(link);
        Assert.Contains("Household A, the water is rising at Valbourg.", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Empty(await AnswersAsync(alert));

        Assert.Contains("Noted: you are safe.", await PressAsync(client, link, "safe"), StringComparison.Ordinal);
        Assert.Contains("Noted: you are safe.", await PressAsync(client, link, "safe"), StringComparison.Ordinal);
        Assert.Contains("Noted: you need help.", await PressAsync(client, link, "help"), StringComparison.Ordinal);
        Assert.Contains("Noted: you need help.", await client.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Equal(["Safe link", "NeedsHelp link"], await AnswersAsync(alert));

        await _service.StopAsync(alert, "test", "over");
        await _service.WaitUntilFinishedAsync(alert, TestContext.Current.CancellationToken).WaitAsync(Patience, TimeProvider.System);
        Assert.Contains("This alert is over.", await PressAsync(client, link, "safe"), StringComparison.Ordinal);
        Assert.Equal(2, (await AnswersAsync(alert)).Count);

        _clock.Advance(TimeSpan.FromDays(2));
        HttpResponseMessage expired = await client.GetAsync(link);
        HttpResponseMessage unknown = await client.GetAsync("/a/unknownunknown00");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (expired.StatusCode, unknown.StatusCode));
        Assert.Equal(await unknown.Content.ReadAsStringAsync(), await expired.Content.ReadAsStringAsync());
        Assert.Equal(unknown.Headers.Select(header => header.Key), expired.Headers.Select(header => header.Key));
    }

    [Fact]
    public async Task A_trusted_person_follows_a_link_of_its_own()
    {
        AlertId alert = await LaunchAsync();
        var desk = new EngineLinkDesk(_service, "Valbourg", _clock);
        LinkView view = (await desk.FindAsync(TokenOf("+33639980003"), TestContext.Current.CancellationToken))!;
        Assert.True(view.ForTrustedPerson);
        Assert.Equal("Please look after Household B.", view.Message);
        Assert.True(await desk.AnswerAsync(view, AcknowledgementOption.Safe));
        Assert.Equal(AcknowledgementOption.Safe, (await desk.FindAsync(TokenOf("+33639980002"), TestContext.Current.CancellationToken))!.OnFile);
        Assert.Equal(AcknowledgementOption.None, (await desk.FindAsync(TokenOf("+33639980001"), TestContext.Current.CancellationToken))!.OnFile);
        Assert.Equal(["Safe link"], await AnswersAsync(alert));
    }

    public async ValueTask DisposeAsync()
    {
        await _service.ShutDownAsync();
        await _service.DisposeAsync();
        await _store.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private static Task<LinkFace> FaceAsync(ILinkDesk desk) => LinkFace.StartAsync(
        new LinkPageOptions { BaseUrl = "http://127.0.0.1", Urls = ["http://127.0.0.1:0"] }, desk, "fr", TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);

    private static async Task<string> PressAsync(HttpClient client, string link, string value)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("answer", value)]);
        HttpResponseMessage answer = await client.PostAsync(link, form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private string TokenOf(string number) => _texts.Sent.Single(order => order.Point.Address == number).LinkToken!;

    private async Task<List<string>> AnswersAsync(AlertId alert)
    {
        var answers = new List<string>();
        await foreach (JournalEntry entry in _service.ReadJournalAsync(alert, afterSequence: 0, TestContext.Current.CancellationToken))
        {
            Assert.True(AlertEventCodec.TryRead(entry, out AlertEvent? happened, out string? whyNot), whyNot);
            if (happened is Acknowledged answer)
            {
                answers.Add($"{answer.Option} {answer.Via}");
            }
        }

        return answers;
    }

    private async Task<AlertId> LaunchAsync()
    {
        await _service.StartAsync(TestContext.Current.CancellationToken);
        OrganisationId organisation = OrganisationId.New(TimeProvider.System);
        var request = new LaunchRequest
        {
            Organisation = organisation,
            Kind = AlertKind.Exercise,
            Title = "Water",
            Message = new AlertMessage
            {
                Id = MessageId.New(TimeProvider.System),
                Texts = [new MessageText { Language = "en", Text = "{name}, the water is rising at {organisation}. {link}", TrustedText = "Please look after {name}." }],
            },
            Policy = BuiltInPolicies.Alert with
            {
                AnswerWait = TimeSpan.FromHours(1),
                Lanes =
                [
                    new DeliveryLane { Channel = ChannelKind.Sms, Passes = 1 },
                    new DeliveryLane { Channel = ChannelKind.Sms, Passes = 1, Audience = ContactPointRole.Trusted },
                ],
            },
            Lifetime = TimeSpan.FromHours(2),
            LaunchedBy = "test",
            Audience =
            [
                Household(organisation, "Household A", "+33639980001", null),
                Household(organisation, "Household B", "+33639980002", "+33639980003"),
            ],
        };
        LaunchResult launched = await _service.LaunchAsync(request, "key", TestContext.Current.CancellationToken);
        Assert.Equal(LaunchVerdict.Accepted, launched.Verdict);
        await Until.TrueAsync(() => Task.FromResult(_texts.Sent.Count == 3), Patience);
        return launched.Alert;
    }

    private static Contact Household(OrganisationId organisation, string name, string number, string? trusted) => new()
    {
        Id = ContactId.New(TimeProvider.System),
        Organisation = organisation,
        Name = name,
        Language = "en",
        Points = [Point(number, ContactPointRole.Own)],
        TrustedPerson = trusted is null ? null : new TrustedPerson("Neighbour", [Point(trusted, ContactPointRole.Trusted)]),
    };

    private static ContactPoint Point(string number, ContactPointRole role)
    {
        Assert.True(E164Number.TryParse(number, out E164Number e164));
        return ContactPoint.Sms(ContactPointId.New(TimeProvider.System), e164, role);
    }
}

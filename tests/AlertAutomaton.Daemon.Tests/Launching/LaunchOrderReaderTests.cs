using System.Globalization;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Daemon.Desk.Launching;
using AlertAutomaton.Daemon.Texts;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Daemon.Tests.Launching;

public sealed class LaunchOrderReaderTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("alertautomaton-order").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void A_sound_order_becomes_the_engines_request()
    {
        var reading = Read(Good() with { LifetimeSeconds = 90 });

        Assert.Empty(reading.Problems);
        var request = reading.Request!;
        Assert.Equal(AlertKind.Exercise, request.Kind);
        Assert.Equal(TimeSpan.FromSeconds(90), request.Lifetime);
        Assert.Equal("alert", request.Policy.Name);
        var contact = Assert.Single(request.Audience);
        Assert.Equal(["Voice +33639981234", "Voice +33199001234", "Sms +33639981234"], contact.Points.Select(point => $"{point.Kind} {point.Address}"));
        Assert.Equal("en", contact.Language);
        Assert.True(contact.Vulnerable);
    }

    [Fact]
    public void A_household_without_a_language_is_spoken_to_in_the_first_one()
    {
        var reading = Read(Good() with { Recipients = [new AlertRecipient { Name = "A", Phones = ["0639981234"] }] });

        Assert.Equal("fr", Assert.Single(reading.Request!.Audience).Language);
    }

    [Fact]
    public void A_household_may_be_reached_by_text_and_mail_alone_and_name_a_trusted_person_and_what_it_refuses()
    {
        var reading = Read(Good() with
        {
            Recipients =
            [
                new AlertRecipient { Name = "A", Phones = [], TextPhones = ["0639981234"], Email = "a@example.org", Refuses = ["Email"], TrustedName = "B", TrustedPhone = "0639985678" },
            ],
        });

        Assert.Empty(reading.Problems);
        var contact = Assert.Single(reading.Request!.Audience);
        Assert.Equal(["Sms +33639981234", "Email a@example.org"], contact.Points.Select(point => $"{point.Kind} {point.Address}"));
        Assert.Equal(["Voice Trusted", "Sms Trusted"], contact.TrustedPerson!.Points.Select(point => $"{point.Kind} {point.Role}"));
        Assert.Equal([ChannelKind.Email], contact.InformationRefusals);
    }

    [Fact]
    public void A_convocation_lives_until_its_event_and_needs_one()
    {
        var held = new ManualTimeProvider().GetUtcNow().AddDays(2);

        var request = Read(Good() with { Policy = "convocation", EventAt = held, Quorum = 8, LifetimeSeconds = null }).Request!;
        var without = Read(Good() with { Policy = "convocation" });

        Assert.Equal(TimeSpan.FromDays(2), request.Lifetime);
        Assert.Equal((held, 8), (request.EventAt, request.Quorum));
        Assert.Equal("/eventAt", Assert.Single(without.Problems).Pointer);
    }

    [Fact]
    public void What_is_texted_and_mailed_may_differ_from_what_is_said()
    {
        var text = Assert.Single(Read(Good() with { Messages = [new AlertMessage { Language = "fr", Text = "Long.", SmsText = " Court. ", EmailSubject = "Crue", TrustedText = "" }] }).Request!.Message.Texts);

        Assert.Equal(("Court.", "Crue", null, null), (text.SmsText, text.EmailSubject, text.EmailText, text.TrustedText));
    }

    [Fact]
    public void A_recording_is_kept_under_the_hash_of_its_content()
    {
        byte[] wav = [.. "RIFF"u8, 1, 2, 3];

        var text = Assert.Single(Read(Good() with { Messages = [new AlertMessage { Language = "fr", Recording = wav }] }).Request!.Message.Texts);

        Assert.Equal(_directory, Path.GetDirectoryName(text.Recording));
        Assert.Equal(wav, File.ReadAllBytes(text.Recording!));
        Assert.Empty(Directory.GetFiles(_directory, "*.new"));
    }

    [Fact]
    public void Every_field_at_fault_is_listed_at_once()
    {
        var reading = Read(new LaunchAlertRequest
        {
            Title = " ",
            Kind = "1",
            Policy = "shout",
            LifetimeSeconds = 5,
            Messages =
            [
                new AlertMessage { Language = "de", Text = "Wasser" },
                new AlertMessage { Language = "fr" },
                new AlertMessage { Language = "en", Recording = [1, 2, 3] },
            ],
            Recipients =
            [
                new AlertRecipient { Name = "", Phones = [] },
                new AlertRecipient { Name = "B", Phones = ["12", "+33639981234"], Language = "../etc" },
            ],
        });

        Assert.Null(reading.Request);
        Assert.Equal(
            [
                "/kind", "/lifetimeSeconds", "/messages/0/language", "/messages/1", "/messages/2/recording", "/policy", "/recipients/0/name",
                "/recipients/0/phones", "/recipients/1/language", "/recipients/1/phones/0", "/title",
            ],
            reading.Problems.Select(problem => problem.Pointer).Order(StringComparer.Ordinal));
        Assert.All(reading.Problems, problem => Assert.NotEmpty(problem.Detail));
    }

    [Fact]
    public void A_hostile_order_cannot_make_the_list_of_problems_grow_without_end()
    {
        var recipients = Enumerable.Range(0, 10_000).Select(_ => new AlertRecipient { Name = "", Phones = ["x"] }).ToList();

        Assert.Equal(100, Read(Good() with { Recipients = recipients }).Problems.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(LaunchOrderReader.MostRecipients + 1)]
    public void The_number_of_recipients_is_bounded(int count)
    {
        var recipient = new AlertRecipient { Name = "A", Phones = ["0639981234"] };

        var reading = Read(Good() with { Recipients = [.. Enumerable.Repeat(recipient, count)] });

        Assert.Equal("/recipients", Assert.Single(reading.Problems).Pointer);
    }

    private static LaunchAlertRequest Good() => new()
    {
        Title = "River",
        Kind = "exercise",
        Messages = [new AlertMessage { Language = "fr", Text = "La rivière monte." }, new AlertMessage { Language = "en", Text = "The river rises." }],
        Recipients = [new AlertRecipient { Name = "A", Phones = ["06 39 98 12 34", "+33199001234"], Language = "en", Vulnerable = true }],
    };

    private LaunchReading Read(LaunchAlertRequest order)
    {
        var time = new ManualTimeProvider();
        var settings = new LaunchSettings
        {
            Organisation = OrganisationId.New(time),
            Country = "FR",
            TimeZone = "Europe/Paris",
            Languages = ["fr", "en"],
            Policies = BuiltInPolicies.All,
            PromptsDirectory = _directory,
            RecordingsDirectory = _directory,
        };
        return new LaunchOrderReader(settings, time).Read(order, "test", new OperatorTexts(CultureInfo.GetCultureInfo("en")));
    }
}

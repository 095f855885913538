using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Channels.Voice;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Speech.Rendering;
using AlertAutomaton.Speech.Synthesis;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Channels.Tests.Voice;

public sealed class MessageAudioLibraryTests
{
    private static readonly AlertMessage Message = new()
    {
        Id = new MessageId(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
        Texts =
        [
            new MessageText { Language = "fr", Text = "L'eau monte.", VoicemailText = "L'eau monte. Rappelez." },
            new MessageText { Language = "en", Text = "The water is rising." },
        ],
    };

    private static readonly Dictionary<string, SpokenText> Organisation = new(StringComparer.Ordinal)
    {
        ["fr"] = new SpokenText("la mairie", "fr"),
    };

    [Fact]
    public async Task Every_language_of_a_message_is_prepared_once_with_its_voicemail_text()
    {
        var said = new List<string>();
        var library = Library(text =>
        {
            said.Add(text.Text);
            return new RenderResult { Prompt = PreparedPrompt.FromPcm(text.Text, new short[8000]) };
        });
        MessagePreparation preparation = await library.PrepareAsync(Message, Organisation, TestContext.Current.CancellationToken);
        Assert.True(preparation.IsComplete);
        Assert.Equal(TimeSpan.FromSeconds(1), preparation.Spoken["en"]);
        Assert.True(library.TryGet(Message.Id, "fr", out MessageAudio? french));
        Assert.Equal("L'eau monte. Rappelez.", french.Voicemail!.Name);
        Assert.Equal("la mairie", french.Organisation.Name);
        Assert.True(library.TryGet(Message.Id, "en", out MessageAudio? english));
        Assert.Null(english.Voicemail);
        Assert.Equal("la mairie", english.Organisation.Name);
    }

    [Fact]
    public async Task A_language_that_cannot_be_spoken_is_named_and_has_no_sound()
    {
        var library = Library(text => text.Language == "en"
            ? new RenderResult { Faults = [new SpeechFault(SpeechFaultKind.NotInstalled, "espeak-ng")] }
            : new RenderResult { Prompt = PreparedPrompt.FromPcm(text.Text, new short[8000]) });
        MessagePreparation preparation = await library.PrepareAsync(Message, Organisation, TestContext.Current.CancellationToken);
        Assert.False(preparation.IsComplete);
        Assert.Equal("en", Assert.Single(preparation.Faults).Key);
        Assert.False(library.TryGet(Message.Id, "en", out _));
        Assert.True(library.TryGet(Message.Id, "fr", out _));
    }

    [Fact]
    public async Task The_words_for_a_trusted_person_are_prepared_with_the_message_and_name_nobody()
    {
        var said = new List<SpokenText>();
        var library = Library(text =>
        {
            said.Add(text);
            return new RenderResult { Prompt = PreparedPrompt.FromPcm(text.Text, new short[8000]) };
        });
        AlertMessage message = Message with
        {
            Texts =
            [
                new MessageText { Language = "fr", Text = "{nom}, l'eau monte.", TrustedText = "{commune} : {nom} ne répond pas. {lien}", Recording = "river.wav" },
                new MessageText { Language = "en", Text = "The water is rising.", TrustedText = "Please look after {name}." },
                new MessageText { Language = "not a language", Text = "?", TrustedText = "{name}" },
            ],
        };
        MessagePreparation preparation = await library.PrepareAsync(message, Organisation, TestContext.Current.CancellationToken);
        Assert.True(preparation.IsComplete);
        Assert.True(library.TryGet(message.Id, "fr", out MessageAudio? french));
        Assert.Equal("la mairie : une personne qui compte sur vous ne répond pas. ", french.Trusted!.Name);
        Assert.Equal(", l'eau monte.", french.Message.Name);
        Assert.Null(said.Single(text => text.Text == french.Trusted.Name).RecordingPath);
        Assert.True(library.TryGet(message.Id, "en", out MessageAudio? english));
        Assert.Equal("Please look after a person who counts on you.", english.Trusted!.Name);
    }

    [Fact]
    public async Task A_language_whose_words_for_a_trusted_person_cannot_be_spoken_has_no_sound()
    {
        var library = Library(text => text.Text == "look after"
            ? new RenderResult { Faults = [new SpeechFault(SpeechFaultKind.NotInstalled, "espeak-ng")] }
            : new RenderResult { Prompt = PreparedPrompt.FromPcm(text.Text, new short[8000]) });
        AlertMessage message = Message with { Texts = [new MessageText { Language = "en", Text = "The water is rising.", TrustedText = "look after" }] };
        MessagePreparation preparation = await library.PrepareAsync(message, Organisation, TestContext.Current.CancellationToken);
        Assert.Equal(SpeechFaultKind.NotInstalled, Assert.Single(preparation.Faults["en"]).Kind);
        Assert.False(library.TryGet(message.Id, "en", out _));
    }

    [Fact]
    public async Task A_forgotten_message_has_no_sound()
    {
        var library = Library(text => new RenderResult { Prompt = PreparedPrompt.FromPcm(text.Text, new short[8000]) });
        await library.PrepareAsync(Message, Organisation, TestContext.Current.CancellationToken);
        library.Forget(Message);
        Assert.False(library.TryGet(Message.Id, "fr", out _));
    }

    private static MessageAudioLibrary Library(Func<SpokenText, RenderResult> render) =>
        new((text, _) => Task.FromResult(render(text)), NullLogger<MessageAudioLibrary>.Instance);
}

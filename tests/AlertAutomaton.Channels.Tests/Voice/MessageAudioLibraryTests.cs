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

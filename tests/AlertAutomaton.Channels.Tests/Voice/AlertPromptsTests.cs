using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Channels.Voice;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.Channels.Tests.Voice;

public sealed class AlertPromptsTests
{
    private static readonly PromptCatalogue Catalogue = PromptCatalogue.Load(FindPrompts());

    private static readonly MessageAudio Audio = new()
    {
        Organisation = PreparedPrompt.FromPcm("ORGANISATION", new short[160]),
        Message = PreparedPrompt.FromPcm("MESSAGE", new short[160]),
        Voicemail = PreparedPrompt.FromPcm("VOICEMAIL", new short[160]),
    };

    [Theory]
    [InlineData(AlertPurpose.Vital, "alert-opening ORGANISATION MESSAGE menu")]
    [InlineData(AlertPurpose.Information, "information-opening ORGANISATION MESSAGE menu-confirm-only")]
    [InlineData(AlertPurpose.Convocation, "convocation-opening ORGANISATION MESSAGE menu-convocation")]
    public void A_call_says_what_it_is_who_calls_the_message_and_the_keys(AlertPurpose purpose, string expected) =>
        Assert.Equal(expected, Names(Compose(purpose).FirstRound));

    [Theory]
    [InlineData(AlertPurpose.Vital, "voicemail-opening ORGANISATION VOICEMAIL voicemail-closing")]
    [InlineData(AlertPurpose.Information, "information-opening ORGANISATION VOICEMAIL voicemail-closing")]
    [InlineData(AlertPurpose.Convocation, "convocation-opening ORGANISATION VOICEMAIL voicemail-closing")]
    public void A_machine_is_told_what_it_is_too(AlertPurpose purpose, string expected) => Assert.Equal(expected, Names(Compose(purpose).Voicemail));

    [Theory]
    [InlineData(AlertPurpose.Vital)]
    [InlineData(AlertPurpose.Information)]
    [InlineData(AlertPurpose.Convocation)]
    public void An_exercise_says_so_first_whatever_it_is_about(AlertPurpose purpose)
    {
        foreach (ContactPointRole role in Enum.GetValues<ContactPointRole>())
        {
            AlertPrompts prompts = Compose(purpose, role, AlertKind.Exercise);
            Assert.StartsWith("exercise-opening ORGANISATION ", Names(prompts.FirstRound), StringComparison.Ordinal);
            Assert.StartsWith("repeat exercise-opening ORGANISATION ", Names(prompts.NextRound), StringComparison.Ordinal);
            Assert.StartsWith("exercise-opening ORGANISATION ", Names(prompts.Voicemail), StringComparison.Ordinal);
            Assert.Contains("MESSAGE exercise-reminder menu", Names(prompts.FirstRound), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_trusted_person_hears_why_it_is_called_before_the_message()
    {
        AlertPrompts prompts = Compose(AlertPurpose.Vital, ContactPointRole.Trusted);
        Assert.Equal("alert-opening ORGANISATION trusted-notice trusted-message MESSAGE menu-trusted", Names(prompts.FirstRound));
        Assert.Equal("repeat trusted-notice trusted-message MESSAGE menu-trusted", Names(prompts.NextRound));
        Assert.Equal("voicemail-opening ORGANISATION trusted-notice trusted-message VOICEMAIL voicemail-closing", Names(prompts.Voicemail));
    }

    [Fact]
    public void Words_written_for_trusted_persons_stand_in_the_place_of_the_message()
    {
        MessageAudio audio = Audio with { Trusted = PreparedPrompt.FromPcm("TRUSTED", new short[160]) };
        AlertPrompts trusted = Compose(AlertPurpose.Vital, ContactPointRole.Trusted, audio: audio);
        Assert.Equal("alert-opening ORGANISATION trusted-notice TRUSTED menu-trusted", Names(trusted.FirstRound));
        Assert.Equal("voicemail-opening ORGANISATION trusted-notice TRUSTED voicemail-closing", Names(trusted.Voicemail));
        Assert.Equal("alert-opening ORGANISATION MESSAGE menu", Names(Compose(AlertPurpose.Vital, audio: audio).FirstRound));
    }

    [Theory]
    [InlineData(AlertPurpose.Vital, ContactPointRole.Own, '1', AcknowledgementOption.Safe, "acknowledged-safe")]
    [InlineData(AlertPurpose.Vital, ContactPointRole.Own, '2', AcknowledgementOption.NeedsHelp, "acknowledged-help")]
    [InlineData(AlertPurpose.Information, ContactPointRole.Own, '1', AcknowledgementOption.Safe, "acknowledged-heard")]
    [InlineData(AlertPurpose.Information, ContactPointRole.Own, '2', AcknowledgementOption.NeedsHelp, "acknowledged-help")]
    [InlineData(AlertPurpose.Convocation, ContactPointRole.Own, '1', AcknowledgementOption.Present, "acknowledged-present")]
    [InlineData(AlertPurpose.Convocation, ContactPointRole.Own, '2', AcknowledgementOption.Absent, "acknowledged-absent")]
    [InlineData(AlertPurpose.Vital, ContactPointRole.Trusted, '1', AcknowledgementOption.Safe, "acknowledged-care")]
    [InlineData(AlertPurpose.Vital, ContactPointRole.Trusted, '2', AcknowledgementOption.NeedsHelp, "acknowledged-care-help")]
    [InlineData(AlertPurpose.Convocation, ContactPointRole.Trusted, '1', AcknowledgementOption.Safe, "acknowledged-care")]
    public void Every_key_is_recorded_and_read_back_as_what_it_means_here(
        AlertPurpose purpose, ContactPointRole role, char key, AcknowledgementOption option, string readBack)
    {
        SpokenAnswer answer = Compose(purpose, role).AnswerOf(key)!;
        Assert.Equal((key, option, readBack), (answer.Key, answer.Option, Names(answer.ReadBack)));
    }

    [Theory]
    [InlineData('0')]
    [InlineData('9')]
    [InlineData('#')]
    [InlineData(null)]
    public void Other_keys_are_no_answers(char? key) => Assert.Null(Compose(AlertPurpose.Convocation).AnswerOf(key));

    private static AlertPrompts Compose(
        AlertPurpose purpose, ContactPointRole role = ContactPointRole.Own, AlertKind kind = AlertKind.Real, MessageAudio? audio = null) =>
        AlertPrompts.Compose(Catalogue, "fr", kind, AnswerTable.For(purpose, role), audio ?? Audio);

    private static string Names(IEnumerable<PreparedPrompt> prompts) => string.Join(' ', prompts.Select(prompt => prompt.Name));

    private static string FindPrompts()
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

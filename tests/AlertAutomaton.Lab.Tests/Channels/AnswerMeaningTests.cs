using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Lab.Assertions;
using AlertAutomaton.Lab.Tests.Calls;
using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.Lab.Tests.Channels;

/// <summary>Calls whose keys mean something else than safe and help, as the far end hears them.</summary>
public sealed class AnswerMeaningTests
{
    private const string Somebody = "+33639984242";

    // Longer than the longest round of prompts, on a machine that does other things beside; the call waits as long for its key.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_trusted_person_hears_for_whom_it_is_called_and_that_its_care_is_noted()
    {
        await using var lab = await LoopbackTown.StartAsync();
        var calls = new AlertCalls(lab, keyWait: Patience);
        await HearAsync(
            lab, calls, ContactPointRole.Trusted, '1', AcknowledgementOption.Safe, PromptNames.AcknowledgedCare,
            PromptNames.ExerciseOpening, PromptNames.TrustedNotice, PromptNames.TrustedMessage, PromptNames.ExerciseReminder, PromptNames.MenuTrusted);
    }

    [Theory]
    [InlineData('1', AcknowledgementOption.Present, PromptNames.AcknowledgedPresent)]
    [InlineData('2', AcknowledgementOption.Absent, PromptNames.AcknowledgedAbsent)]
    public async Task Who_is_called_to_a_meeting_says_whether_they_come(char key, AcknowledgementOption option, string readBack)
    {
        await using var lab = await LoopbackTown.StartAsync();
        var calls = new AlertCalls(lab, BuiltInPolicies.Convocation, AlertKind.Real, Patience);
        await HearAsync(lab, calls, ContactPointRole.Own, key, option, readBack, PromptNames.ConvocationOpening, PromptNames.MenuConvocation);
    }

    [Fact]
    public async Task News_of_the_commune_asks_nobody_whether_they_are_safe()
    {
        await using var lab = await LoopbackTown.StartAsync();
        var calls = new AlertCalls(lab, BuiltInPolicies.Information, AlertKind.Real, Patience);
        await HearAsync(
            lab, calls, ContactPointRole.Own, '1', AcknowledgementOption.Safe, PromptNames.AcknowledgedHeard, PromptNames.InformationOpening, PromptNames.MenuConfirmOnly);
    }

    /// <summary>Answers, waits for each prompt in turn, presses a key and waits for its read-back.</summary>
    private static async Task HearAsync(
        LoopbackTown lab, AlertCalls calls, ContactPointRole role, char key, AcknowledgementOption option, string readBack, params string[] before)
    {
        GatedReporter reporter = GatedReporter.Quick();
        LabPhone phone = lab.Town.Claim(Somebody);
        Task<AttemptResult> delivery = calls.DeliverAsync(Somebody, role, reporter);
        LabCall call = await phone.ExpectCallAsync(Patience);
        await call.AnswerAsync();
        foreach (string prompt in before)
        {
            await call.ExpectPromptAsync(calls.Catalogue.Get("fr", prompt), Patience);
        }

        await call.PressAsync(key);
        await call.ExpectPromptAsync(calls.Catalogue.Get("fr", readBack), Patience);
        await call.ExpectHungUpAsync(Patience);
        Assert.Equal(option, await reporter.Asked.Task.WaitAsync(Patience, TimeProvider.System));
        AttemptResult result = await delivery;
        Assert.Equal((AttemptOutcome.Acknowledged, $"key {key}"), (result.Outcome, result.Detail));
        await lab.ExpectNothingLeftAsync();
    }
}

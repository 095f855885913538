using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Dialogues;

namespace AlertAutomaton.VoiceServer.Operators;

/// <summary>
/// Asks for operator number and PIN, three times at most, with the same words and the same time whatever was wrong. What is typed goes to the
/// PIN desk and nowhere else.
/// </summary>
internal sealed class Identify(OperatorServices services, Dialogue dialogue)
{
    /// <summary>Who it is; null when the call is to end. Whoever failed may ask to be called back.</summary>
    /// <param name="organisation">Whose line was called.</param>
    /// <param name="callerNumber">What the network claims; a label.</param>
    /// <param name="known">The operator whom we called and who is not asked for the number; null: it is asked for.</param>
    /// <param name="ct">Hangs up.</param>
    /// <param name="called">The operator whose registered phone we called and who is asked for the number, because a colleague may pick up.</param>
    public async Task<(Operator? Who, MenuEnd End, string LastNumber)> RunAsync(OrganisationId organisation, string callerNumber, Operator? known, CancellationToken ct, Operator? called = null)
    {
        string number = known?.Number ?? string.Empty;
        for (int attempt = 1; attempt <= services.Pins.Options.TriesPerCall; attempt++)
        {
            if (known is null)
            {
                Answer typed = await dialogue.AskDigitsAsync(dialogue.Words(OperatorPromptNames.AskNumber), Operator.FewestDigits, Operator.MostDigits, ct);
                if (!typed.IsEntered)
                {
                    return (null, typed.MenuEnd, number);
                }

                number = typed.Keys;
            }

            Answer pin = await dialogue.AskDigitsAsync(dialogue.Words(OperatorPromptNames.AskPin), 1, PinRules.MostDigits, ct);
            if (!pin.IsEntered)
            {
                return (null, pin.MenuEnd, number);
            }

            PinAdmission admission = await services.Pins.CheckAsync(organisation, number, pin.Keys, callerNumber, known is not null || string.Equals(number, called?.Number, StringComparison.Ordinal), dialogue.CallId, ct);
            if (admission.Operator is { } who)
            {
                VoiceServerLog.OperatorIn(services.Log, who.Id, dialogue.CallId);
                return (who, MenuEnd.Back, number);
            }

            VoiceServerLog.NotLetIn(services.Log, dialogue.CallId, attempt);
            if (!await dialogue.HoldAsync(admission.Delay, ct) || !await dialogue.InsistAsync(dialogue.Words(OperatorPromptNames.NotRecognised), ct))
            {
                return (null, MenuEnd.Over, number);
            }
        }

        return (null, MenuEnd.Leave, number);
    }
}

using System.Globalization;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Residents;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Calls;
using AlertAutomaton.VoiceServer.Dialogues;

namespace AlertAutomaton.VoiceServer.Residents;

/// <summary>
/// A whole call on the residents' line; every way through it ends with a hang-up.
/// </summary>
/// <remarks>
/// <code>
///  this is the alert line of … ─► known by number? ──yes──► each current message, the most urgent first ─► goodbye
///                                      │no                       ▲
///                                      ▼                         │
///                              five-digit code? ────known────────┘
///                                      │no
///                                      ▼
///                              public announcement ─► "press 1 to be called" ─► on disk ─► noted ─► goodbye
/// </code>
/// The number that the network shows chooses a message that was meant for that number anyway; it opens nothing else.
/// </remarks>
internal sealed class ResidentCall(ResidentServices services)
{
    private const int CodeDigits = 5;
    private const int MostCodes = 3;

    public async Task RunAsync(IVoiceCall call, string language, OrganisationId organisation, string callerNumber, CancellationToken stop)
    {
        var dialogue = new Dialogue(call, services.Catalogue, language, services.Options);
        await DialogueRun.RunAsync(dialogue, talking => TalkAsync(talking, organisation, callerNumber, stop), services.Log, stop);
    }

    private async Task<MenuEnd> TalkAsync(Dialogue dialogue, OrganisationId organisation, string callerNumber, CancellationToken stop)
    {
        PreparedPrompt? name = await services.Desk.NameAsync(organisation, dialogue.Language, stop);
        if (!await dialogue.SayAsync(dialogue.Words(ResidentPromptNames.Welcome).Play(name).Say(name is null ? [PromptNames.TownHall] : []), stop))
        {
            return MenuEnd.Over;
        }

        bool readable = E164Number.TryParse(callerNumber, out E164Number number);
        IReadOnlyList<HouseholdAlert> found = readable ? services.Desk.Find(organisation, number) : [];
        if (found.Count == 0)
        {
            (found, bool over) = await AskCodeAsync(dialogue, organisation, stop);
            if (over)
            {
                return MenuEnd.Over;
            }
        }

        if (found.Count == 0)
        {
            return await AnnounceAsync(dialogue, organisation, readable ? number : null, stop);
        }

        // A key pressed into the welcome answers no message: nobody has heard one yet.
        await dialogue.ForgetKeysAsync(stop);
        return await new HouseholdMessages(services, dialogue).RunAsync(Urgency.Order(found), stop);
    }

    private async Task<(IReadOnlyList<HouseholdAlert> Found, bool Over)> AskCodeAsync(Dialogue dialogue, OrganisationId organisation, CancellationToken stop)
    {
        for (int attempt = 0; attempt < MostCodes; attempt++)
        {
            Answer typed = await dialogue.AskDigitsAsync(dialogue.Words(ResidentPromptNames.AskCode), CodeDigits, CodeDigits, stop, repeats: 0);
            if (!typed.IsEntered)
            {
                return ([], typed.MenuEnd == MenuEnd.Over);
            }

            IReadOnlyList<HouseholdAlert> found = services.Desk.Find(organisation, int.Parse(typed.Keys, NumberStyles.None, CultureInfo.InvariantCulture));
            if (found.Count > 0)
            {
                return (found, false);
            }

            if (!await dialogue.InsistAsync(dialogue.Words(ResidentPromptNames.CodeUnknown), stop))
            {
                return ([], true);
            }
        }

        return ([], false);
    }

    private async Task<MenuEnd> AnnounceAsync(Dialogue dialogue, OrganisationId organisation, E164Number? number, CancellationToken stop)
    {
        PreparedPrompt? announcement = await services.Desk.AnnouncementAsync(organisation, dialogue.Language, stop);
        if (!await dialogue.SayAsync(dialogue.Words(announcement is null ? ResidentPromptNames.NoAlert : ResidentPromptNames.Public).Play(announcement).Say(ResidentPromptNames.Emergency), stop))
        {
            return MenuEnd.Over;
        }

        if (number is not { } caller)
        {
            return await dialogue.SayAsync(dialogue.Words(ResidentPromptNames.Hidden), stop) ? MenuEnd.Leave : MenuEnd.Over;
        }

        Answer wish = await dialogue.AskKeyAsync(dialogue.Words(ResidentPromptNames.Offer), "1", stop);
        if (!wish.IsEntered)
        {
            return wish.MenuEnd == MenuEnd.Over ? MenuEnd.Over : MenuEnd.Leave;
        }

        var request = new CallbackRequest
        {
            Id = CallbackRequestId.New(services.Time), Organisation = organisation, Number = caller, Language = dialogue.Language, ConsentAt = services.Time.GetUtcNow(),
            ConsentTo = ResidentPromptNames.Offer,
        };
        bool kept = await services.Requests.AddAsync(request, stop);
        if (kept)
        {
            VoiceServerLog.RegistrationAsked(services.Log, caller.Masked());
        }

        return await dialogue.InsistAsync(dialogue.Words(kept ? ResidentPromptNames.Requested : ResidentPromptNames.RequestFailed), stop) ? MenuEnd.Leave : MenuEnd.Over;
    }
}

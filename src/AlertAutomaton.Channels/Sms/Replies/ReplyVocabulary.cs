using System.Collections.Frozen;

namespace AlertAutomaton.Channels.Sms.Replies;

/// <summary>
/// The words of answers, as <see cref="ReplyTokens"/> leaves them: French and English always, a few of other languages for residents who speak
/// them. Longer phrases go before the words in them, so that <c>pas besoin d'aide</c> is not a cry for help.
/// </summary>
internal static class ReplyVocabulary
{
    /// <summary>Phrases and what they say; <c>null</c> marks words that make every answer doubtful.</summary>
    public static IReadOnlyList<(string[] Words, ReplySigns Sign)> Phrases { get; } = Sorted(
        (ReplySigns.Yes, """
            pas besoin d aide|pas besoin aide|pas besoin de l aide|pas besoin de secours|pas d aide|besoin de rien|besoin d aucune aide|pas de danger|pas en danger
            no help|no help needed|not need help|don t need help|dont need help|do not need help|no danger|not in danger
            ok|okay|oki|oui|ouii|ouais|yes|yep|yeah|yup|d accord|daccord|dac|entendu|bien recu|bien lu|bien note|message recu|message lu|c est note|c est bon|c bon
            je suis en securite|nous sommes en securite|on est en securite|en securite|a l abri|sain et sauf|sains et saufs|tout va bien|ca va|ca va bien|va bien|vais bien|allons bien|vont bien
            je confirme|confirme|safe|i am safe|we are safe|all good|all well|all safe|all ok|i am fine|we are fine|i m fine|im fine|got it|received|understood|acknowledged|confirmed|message received
            """),
        (ReplySigns.Help, """
            pas en securite|pas a l abri|ne va pas|va pas bien|ca va pas|pas bien|vais pas bien|not safe|unsafe|not ok|not fine|not good|pas ok
            aide|aidez|aidez moi|aidez nous|a l aide|besoin d aide|besoin de secours|besoin d etre secouru|secours|au secours|secourez|sos|help|help me|help us|need help|needs help|emergency
            urgence|urgent|en danger|in danger|blesse|blesses|blessee|injured|hurt|bloque|bloques|bloquee|bloquees|coince|coinces|coincee|trapped|stuck|evacuer|inonde|inondes
            """),
        (ReplySigns.No, """
            non|no|nope|nan|pas d accord|absent|absente|absents|je ne viens pas|je ne viendrai pas|ne viens pas|viens pas|ne viendrai pas|viendrai pas|ne pourrai pas|pourrai pas|ne peux pas|peux pas
            ne serai pas|ne serai pas la|serai pas la|serai pas present|serai absent|serai absente|pas present|pas presente|pas disponible|indisponible|pas dispo|empeche
            not coming|can t come|cannot come|cant come|won t come|wont come|will not come|not attending|can t make it|cannot make it|cant make it|unable to come|unable to attend|will not be there|won t be there|not present
            """));

    /// <summary>Words that say "present" of a meeting, beside those that say yes.</summary>
    public static IReadOnlyList<(string[] Words, ReplySigns Sign)> MeetingPhrases { get; } = Sorted((ReplySigns.Yes, """
        present|presente|presents|je viens|je viendrai|nous venons|nous viendrons|on vient|je serai la|je serai present|je serai presente|serai present|serai presente|serai la|nous serons la|nous serons presents|j y serai
        coming|i am coming|i will come|will come|i ll come|attending|will attend|i ll be there|i will be there|be there|we will come
        """));

    /// <summary>Answers only when nothing else stands beside them.</summary>
    public static FrozenSet<string> AloneMeansYes { get; } = Set("vu lu recu note compris k y o ras bon fait seen read copy roger sure fine good");

    /// <summary>What may stand before the key that was to be pressed.</summary>
    public static FrozenSet<string> Lead { get; } =
        Set("reponse repondre repond reponds je tape tapez touche choix option reply answer press key le la numero num no n c est bonjour bonsoir bjr hello hi salut sms alors donc mon ma my the is code chiffre j ai choisi");

    /// <summary>What says nothing.</summary>
    public static FrozenSet<string> Filler { get; } =
        Set("merci beaucoup bien bonjour bonsoir bjr bsr hello hi salut svp stp s il vous te plait please thanks thank you thx mci a vous pour l la le les de du des d info infos information message sms alerte alert tout tres cordialement bonne journee soiree nuit madame monsieur mairie et and the for chef ici moi nous everyone all monde maire m mme");

    /// <summary>After a key they make it a count: <c>2 personnes</c> is no cry for help, <c>1 rue</c> no answer.</summary>
    public static FrozenSet<string> Counted { get; } =
        Set("personne personnes person people persons enfant enfants child children kids adulte adultes adult adults heure heures h hour hours minute minutes min jour jours day days km m metre metres rue avenue chemin impasse place bis ter fois times ans an euros euro chambre etage maison chien chat voiture place places");

    /// <summary>They turn an answer round or leave it open.</summary>
    public static FrozenSet<string> Doubt { get; } =
        Set("pas ne jamais aucun aucune sauf mais except but not never don t dont can cannot won isn si peut etre maybe perhaps presque unless");

    /// <summary>They ask.</summary>
    public static FrozenSet<string> Question { get; } = Set("pourquoi comment quand qui quoi quel quelle quels quelles combien where when why how what who which");

    /// <summary>They begin a text that asks for no more of them.</summary>
    public static FrozenSet<string> Stop { get; } =
        Set("stop stopp stopper arret arrets arreter arretez unsubscribe desabonner desabonnement desabonnez desinscrire desinscription desinscrivez optout cancel resilier");

    /// <summary>What may stand beside them.</summary>
    public static FrozenSet<string> StopFiller { get; } =
        Set("sms s text texts texte textes message messages info infos information informations all tout tous toutes pub pubs merci thanks thank you svp s il vous plait please au a de d m moi me envoyer envoi envois envoyez vos ces les des le la this these my number mon numero stop alerte alertes alert alerts to from from from plus en recevoir je veux voudrais ne want sending send");

    /// <summary>How machines begin.</summary>
    public static IReadOnlyList<string> Machines { get; } =
    [
        "reponse automatique", "message automatique", "ceci est un message automatique", "automatic reply", "automatic response", "auto reply", "autoreply", "out of office",
        "absent du bureau", "je conduis", "je suis en train de conduire", "i m driving", "i am driving", "ne peut pas recevoir", "ne recoit pas les sms", "cannot receive", "unable to receive",
        "message non distribue", "this is an automated",
    ];

    /// <summary>Words of residents who speak another language; they are added to French and English.</summary>
    public static FrozenDictionary<string, IReadOnlyList<(string[] Words, ReplySigns Sign)>> Others { get; } =
        new Dictionary<string, IReadOnlyList<(string[] Words, ReplySigns Sign)>>(StringComparer.OrdinalIgnoreCase)
        {
            ["es"] = Sorted((ReplySigns.Yes, "si|vale|de acuerdo|estoy bien|recibido"), (ReplySigns.Help, "ayuda|socorro|auxilio")),
            ["pt"] = Sorted((ReplySigns.Yes, "sim|estou bem|recebido"), (ReplySigns.No, "nao"), (ReplySigns.Help, "ajuda|socorro")),
            ["it"] = Sorted((ReplySigns.Yes, "si|va bene|sto bene|ricevuto"), (ReplySigns.Help, "aiuto|soccorso")),
            ["de"] = Sorted((ReplySigns.Yes, "ja|jawohl|in sicherheit|alles gut|verstanden"), (ReplySigns.No, "nein"), (ReplySigns.Help, "hilfe|notfall")),
            ["nl"] = Sorted((ReplySigns.Yes, "ja|veilig|begrepen"), (ReplySigns.No, "nee"), (ReplySigns.Help, "hulp")),
            ["ar"] = Sorted((ReplySigns.Yes, "نعم"), (ReplySigns.No, "لا"), (ReplySigns.Help, "مساعدة|النجدة")),
            ["tr"] = Sorted((ReplySigns.Yes, "evet|tamam"), (ReplySigns.No, "hayir"), (ReplySigns.Help, "yardim|imdat")),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static (string[] Words, ReplySigns Sign)[] Sorted(params ReadOnlySpan<(ReplySigns Sign, string Phrases)> groups)
    {
        var all = new List<(string[] Words, ReplySigns Sign)>();
        foreach (var (sign, phrases) in groups)
        {
            all.AddRange(phrases.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(phrase => (phrase.Split(' '), sign)));
        }

        return [.. all.OrderByDescending(phrase => phrase.Words.Length)];
    }
}

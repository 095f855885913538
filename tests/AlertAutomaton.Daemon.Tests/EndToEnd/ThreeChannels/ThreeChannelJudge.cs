using System.Text.RegularExpressions;
using AlertAutomaton.Lab.Witness;

namespace AlertAutomaton.Daemon.Tests.EndToEnd.ThreeChannels;

/// <summary>
/// Compares what phones, handsets and mailboxes saw with what the daemon wrote down. Shares no code with the product: it reads the witness,
/// the contacts file and the tables of the store.
/// </summary>
/// <param name="homes">The households, in the order of the contacts file.</param>
/// <param name="channels">The channel of each lane of the policy: voice, sms or email.</param>
/// <param name="seen">The witness's log.</param>
/// <param name="stored">The store; its gateway is called <c>gateway</c>.</param>
internal sealed partial class ThreeChannelJudge(IReadOnlyList<TownHome> homes, IReadOnlyList<string> channels, IReadOnlyList<WitnessEntry> seen, StoredAlert stored)
{
    // What was on its way when the confirmation came may still arrive, late where the machine is starved; that nothing
    // was begun after the answer was on file is judged without any tolerance.
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, int> _homeOf = homes.SelectMany((home, place) => home.Numbers.Select(number => (number, place)))
        .ToDictionary(one => one.number, one => one.place, StringComparer.Ordinal);

    private readonly Dictionary<string, StoredAttempt[]> _named = stored.Attempts.SelectMany(attempt => attempt.References.Select(reference => (reference, attempt)))
        .GroupBy(one => one.reference, one => one.attempt, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private ILookup<int, WitnessEntry>? _seenBy;

    /// <summary>What does not fit; empty when everything does.</summary>
    public IReadOnlyList<string> Violations() =>
    [
        .. Final(), .. Answers(), .. NothingAfterTheConfirmation(), .. Calls(), .. Texts(), .. Mails(), .. Receipts(), .. References(),
    ];

    private ILookup<int, WitnessEntry> SeenBy => _seenBy ??= seen.ToLookup(entry => HomeOf(entry) ?? -1);

    /// <summary>How many households answered, as the witness saw it.</summary>
    public int Answered() => homes.Select((_, place) => AnswersOf(place)).Count(answers => answers.Count > 0);

    /// <summary>The number of the answer that a reply says; null for one that says none.</summary>
    private static int? Said(string? reply) => reply switch
    {
        "1" or "OUI" or "Oui" => StoredHousehold.Safe,
        "2" or "Aide !" => StoredHousehold.NeedsHelp,
        _ => null,
    };

    private static int? Pressed(string? keys) => keys switch
    {
        null or "" => null,
        _ when keys.Contains('1', StringComparison.Ordinal) => StoredHousehold.Safe,
        _ when keys.Contains('2', StringComparison.Ordinal) => StoredHousehold.NeedsHelp,
        _ => null,
    };

    private IEnumerable<string> Final() => stored.Households.Count != homes.Count
        ? [$"{homes.Count} households were ordered, {stored.Households.Count} are on file"]
        : stored.Households.Where(household => !household.IsFinal).Select(household => $"household {household.Place} is not final");

    private HashSet<int> AnswersOf(int place)
    {
        var own = SeenBy[place];
        HashSet<int> answers =
        [
            .. own.Where(entry => entry.What == "reply").Select(entry => Said(entry.Text)).OfType<int>(),
            .. own.Where(entry => entry.What is "key" or "ended").Select(entry => Pressed(entry.Keys)).OfType<int>(),
        ];
        if (LocalPart(homes[place].Mail).EndsWith("clicks", StringComparison.Ordinal) && MailsOf(place).Count > 0)
        {
            answers.Add(StoredHousehold.Safe);
        }

        return answers;
    }

    private IEnumerable<string> Answers()
    {
        foreach (var household in stored.Households)
        {
            var answers = AnswersOf(household.Place);
            var isRight = answers.Count == 0
                ? household.Score != StoredHousehold.Confirmed && household.Answer == 0
                : household.Score == StoredHousehold.Confirmed && answers.Contains(household.Answer);
            if (!isRight)
            {
                yield return $"household {household.Place} answered [{string.Join(' ', answers)}], on file are answer {household.Answer} and score {household.Score}";
            }
        }
    }

    private IEnumerable<string> NothingAfterTheConfirmation()
    {
        var confirmed = new Dictionary<int, DateTimeOffset>();
        var answered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in seen)
        {
            if (!_homeOf.TryGetValue(entry.Callee, out var home))
            {
                continue;
            }

            var isOurs = entry.What is "text" or "submit" && IsAttempt(entry);

            // The end of what is said to a machine sounds like a confirmation to the witness: it counts after a key only.
            var isConfirmation = (entry.What == "heard" && Pressed(entry.Keys) is not null && entry.Heard!.Any(prompt => prompt.StartsWith("acknowledged-", StringComparison.Ordinal)))
                || (entry.What == "text" && !isOurs && answered.Contains(entry.Callee));
            if (isConfirmation)
            {
                confirmed.TryAdd(home, entry.Time);
            }
            else if (entry.What == "reply" && Said(entry.Text) is not null)
            {
                answered.Add(entry.Callee);
            }
            else if ((entry.What == "invite" || isOurs) && confirmed.TryGetValue(home, out var since) && entry.Time > since + OnItsWay)
            {
                yield return $"household {home} had {entry.What} {(entry.Time - since).TotalSeconds:0.0} s after its confirmation";
            }
        }

        foreach (var attempt in stored.Attempts.Where(attempt => stored.Households[attempt.Household].AnsweredAt is { } at && attempt.Begun > at))
        {
            yield return $"household {attempt.Household}: an attempt was begun after its answer was on file";
        }
    }

    // A call withdrawn in the moment in which it leaves may be on file as not sent.
    private IEnumerable<string> Calls() =>
        Different(Count(seen.Where(entry => entry.What == "invite").Select(entry => _homeOf[entry.Callee])), On("voice"), attempt => attempt.Outcome != StoredAttempt.NotSent, "INVITEs");

    private IEnumerable<string> Texts()
    {
        var submitted = seen.Where(entry => entry.What == "submit").ToList();
        var cut = On("sms").Where(attempt => attempt.Outcome == StoredAttempt.Unknown).Select(attempt => attempt.Household).ToHashSet();
        var replied = seen.Where(entry => entry.What == "reply").Select(entry => entry.Callee).ToHashSet(StringComparer.Ordinal);
        foreach (var strange in submitted.Where(entry => entry.Status is null && !IsAttempt(entry) && !replied.Contains(entry.Callee) && !cut.Contains(_homeOf[entry.Callee])))
        {
            yield return $"submit_sm {strange.CallId} is neither of an attempt nor an answer to a reply";
        }

        var taken = submitted.Where(entry => entry.CallId.Length > 0).CountBy(Reference).ToDictionary(StringComparer.Ordinal);
        foreach (var attempt in On("sms").Where(attempt => attempt.References.Any(IsText) && attempt.Outcome != StoredAttempt.Unknown))
        {
            var pieces = attempt.References.Sum(taken.GetValueOrDefault);
            if (pieces != attempt.Units)
            {
                yield return $"household {attempt.Household}: {pieces} submit_sm for a text of {attempt.Units} segments";
            }
        }

        var refused = Count(submitted.Where(entry => entry.Status is not null).Select(entry => _homeOf[entry.Callee]));
        foreach (var group in On("sms").Where(attempt => !attempt.References.Any(IsText)).GroupBy(attempt => attempt.Household))
        {
            var certain = group.Count(attempt => attempt.Outcome is StoredAttempt.InvalidNumber or StoredAttempt.Rejected);
            if (refused.GetValueOrDefault(group.Key) < certain)
            {
                yield return $"household {group.Key}: {certain} refused texts on file that no SMSC saw";
            }

            refused.Remove(group.Key);
        }

        // A handset of the lab replies to every text, the answer to its own reply too; it is answered once all the same.
        var answers = seen.Where(entry => entry.What == "text" && !IsAttempt(entry)).CountBy(entry => entry.Callee).ToDictionary(StringComparer.Ordinal);
        foreach (var number in replied.Union(answers.Keys).Where(number => answers.GetValueOrDefault(number) != (replied.Contains(number) ? 1 : 0)))
        {
            yield return $"household {_homeOf[number]}: {answers.GetValueOrDefault(number)} answers to its replies";
        }

        foreach (var (home, count) in refused)
        {
            yield return $"household {home}: {count} refused submit_sm, none on file";
        }
    }

    // A mail that an answer elsewhere cut may have arrived or not.
    private IEnumerable<string> Mails() => Different(
        Count(seen.Where(entry => entry.What == "mail").Select(HomeOf).OfType<int>()),
        On("email"),
        attempt => attempt.Outcome is not (StoredAttempt.NotSent or StoredAttempt.Unknown),
        "mails").Concat(seen.Where(entry => entry.What == "mail" && AttemptOf(entry) is null).Select(entry => $"mail {entry.CallId} is of no attempt"));

    private IEnumerable<string> Receipts()
    {
        var told = seen.Where(entry => entry.What == "receipt").Select(entry => ReceiptForm().Match(entry.Text!))
            .ToLookup(form => form.Groups["id"].Value, form => form.Groups["state"].Value, StringComparer.Ordinal);
        foreach (var attempt in On("sms").Where(attempt => attempt.References.Any(IsText) && attempt.Outcome != StoredAttempt.Unknown))
        {
            string[] states = [.. attempt.References.Where(IsText).SelectMany(reference => told[reference[(reference.LastIndexOf(':') + 1)..]]).Distinct(StringComparer.Ordinal)];
            var expected = states switch
            {
                [] => StoredAttempt.Submitted,
                ["DELIVRD"] => StoredAttempt.Delivered,
                ["EXPIRED"] => StoredAttempt.Expired,
                _ => StoredAttempt.InvalidNumber,
            };
            if (attempt.Outcome != expected)
            {
                yield return $"household {attempt.Household}: receipts say [{string.Join(' ', states)}], on file is outcome {attempt.Outcome}";
            }
        }

        foreach (var attempt in On("email").Where(attempt => attempt.Outcome is not (StoredAttempt.NotSent or StoredAttempt.Unknown)))
        {
            var expected = LocalPart(homes[attempt.Household].Mail) is var name && (name.EndsWith("bounces", StringComparison.Ordinal) || name.EndsWith("unknown", StringComparison.Ordinal)) ? StoredAttempt.InvalidNumber : StoredAttempt.Submitted;
            if (attempt.Outcome != expected)
            {
                yield return $"household {attempt.Household}: mail with outcome {attempt.Outcome}, expected {expected}";
            }
        }
    }

    private IEnumerable<string> References() => _named.Where(one => !one.Key.StartsWith("to:", StringComparison.Ordinal) && one.Value.Length > 1)
        .Select(one => $"{one.Value.Length} attempts have the reference {one.Key}");

    private IEnumerable<StoredAttempt> On(string channel) => stored.Attempts.Where(attempt => channels[attempt.Lane] == channel);

    private IReadOnlyList<WitnessEntry> MailsOf(int place) => [.. SeenBy[place].Where(entry => entry.What == "mail")];

    private int? HomeOf(WitnessEntry entry) =>
        entry.What == "mail" ? AttemptOf(entry)?.Household : _homeOf.TryGetValue(entry.Callee, out var home) ? home : null;

    private StoredAttempt? AttemptOf(WitnessEntry mail) =>
        _named.TryGetValue("mail:" + LocalPart(mail.CallId.Trim('<', '>')), out var attempts) ? attempts[0] : null;

    private bool IsAttempt(WitnessEntry text) => text.Status is not null || _named.ContainsKey(Reference(text));

    private static bool IsText(string reference) => reference.StartsWith("sms:", StringComparison.Ordinal);

    private static string Reference(WitnessEntry text) => "sms:gateway:" + text.CallId;

    private static string LocalPart(string address) => address.Contains('@', StringComparison.Ordinal) ? address[..address.LastIndexOf('@')] : "";

    private static Dictionary<int, int> Count(IEnumerable<int> places) => places.GroupBy(place => place).ToDictionary(group => group.Key, group => group.Count());

    private static IEnumerable<string> Different(Dictionary<int, int> seen, IEnumerable<StoredAttempt> stored, Func<StoredAttempt, bool> isCertain, string what)
    {
        StoredAttempt[] all = [.. stored];
        var most = Count(all.Select(attempt => attempt.Household));
        var least = Count(all.Where(isCertain).Select(attempt => attempt.Household));
        return seen.Keys.Union(most.Keys)
            .Where(place => seen.GetValueOrDefault(place) < least.GetValueOrDefault(place) || seen.GetValueOrDefault(place) > most.GetValueOrDefault(place))
            .Select(place => $"household {place}: {seen.GetValueOrDefault(place)} {what}, {least.GetValueOrDefault(place)} to {most.GetValueOrDefault(place)} on file");
    }

    [GeneratedRegex("^id:(?<id>[^ ]+) .*stat:(?<state>[A-Z]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReceiptForm();
}

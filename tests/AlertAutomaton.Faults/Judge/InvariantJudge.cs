using AlertAutomaton.Faults.Rig;
using AlertAutomaton.Faults.Witness;

namespace AlertAutomaton.Faults.Judge;

/// <summary>
/// Compares what the phones saw with what the daemon wrote down. Shares no code with the product: it reads the witness's log, the
/// contacts file's households and the tables of the store.
/// </summary>
internal sealed class InvariantJudge(RigTown town, IReadOnlyCollection<WitnessEntry> seen, StoredAlert stored, IReadOnlyList<DateTimeOffset> kills)
{
    public IReadOnlyList<Ruling> Judge(int standingCalls) =>
    [
        new("I1 every recipient has exactly one final state", EveryRecipientIsFinal()),
        new("I2 nobody is called after hearing the confirmation", NobodyIsCalledAfterTheConfirmation()),
        new("I2b whoever heard the confirmation is on file as acknowledged", WhoHeardIsOnFile()),
        new("I3 at most one doubtful repeat per recipient and crash", DoubtfulRepeatsAreFew()),
        new("I4 attempts in the store are the INVITEs seen", AttemptsAreInvites()),
        new("I5 no two live attempts for one household at one time", OneLiveAttemptAtATime()),
        new("I7 no call is left standing", standingCalls == 0 ? [] : [$"{standingCalls} calls still stand"]),
        new("the database is whole", stored.Integrity == "ok" ? [] : [stored.Integrity]),
    ];

    private int HouseholdOf(string callee)
    {
        for (int household = 0; household < town.Households.Count; household++)
        {
            if (town.Households[household].Contains(callee, StringComparer.Ordinal))
            {
                return household;
            }
        }

        return -1;
    }

    private List<string> EveryRecipientIsFinal()
    {
        List<string> violations = [.. stored.Recipients.Where(recipient => !recipient.Final).Select(recipient => $"household {recipient.Household} is not final")];
        if (stored.Recipients.Count != town.Households.Count)
        {
            violations.Add($"{town.Households.Count} households were ordered, {stored.Recipients.Count} are on file");
        }

        violations.AddRange(stored.Attempts.Where(attempt => attempt.Outcome == StoredAttempt.Open).Select(attempt => $"an attempt for household {attempt.Household} is still open"));
        return violations;
    }

    private List<string> NobodyIsCalledAfterTheConfirmation()
    {
        var confirmed = new Dictionary<int, DateTimeOffset>();
        var violations = new List<string>();
        foreach (WitnessEntry entry in seen)
        {
            int household = HouseholdOf(entry.Callee);
            if (entry.Event == WitnessEvent.HeardConfirmation)
            {
                confirmed.TryAdd(household, entry.Time);
            }
            else if (entry.Event == WitnessEvent.Invite && confirmed.TryGetValue(household, out DateTimeOffset since))
            {
                violations.Add($"household {household} was called {(entry.Time - since).TotalSeconds:0.0} s after it heard the confirmation");
            }
        }

        return violations;
    }

    private List<string> WhoHeardIsOnFile()
    {
        HashSet<int> onFile = [.. stored.Recipients.Where(recipient => recipient.Acknowledged).Select(recipient => recipient.Household)];
        return
        [
            .. seen.Where(entry => entry.Event == WitnessEvent.HeardConfirmation)
                .Select(entry => HouseholdOf(entry.Callee))
                .Distinct()
                .Where(household => !onFile.Contains(household))
                .Select(household => $"household {household} heard the confirmation and is not on file"),
        ];
    }

    private List<string> DoubtfulRepeatsAreFew() =>
    [
        .. stored.Attempts.Where(attempt => attempt.Outcome == StoredAttempt.Interrupted)
            .GroupBy(attempt => attempt.Household)
            .Where(group => group.Count() > kills.Count)
            .Select(group => $"household {group.Key} was interrupted {group.Count()} times in {kills.Count} kills"),
        .. stored.Attempts.GroupBy(attempt => attempt.Household)
            .Where(group => group.Count(attempt => attempt.Doubtful) > group.Count(attempt => attempt.Outcome == StoredAttempt.Interrupted))
            .Select(group => $"household {group.Key} has more doubtful repeats than interruptions"),
    ];

    private List<string> AttemptsAreInvites()
    {
        Dictionary<int, int> invites = seen.Where(entry => entry.Event == WitnessEvent.Invite)
            .GroupBy(entry => HouseholdOf(entry.Callee))
            .ToDictionary(group => group.Key, group => group.Count());
        var violations = new List<string>();
        for (int household = 0; household < town.Households.Count; household++)
        {
            StoredAttempt[] attempts = [.. stored.Attempts.Where(attempt => attempt.Household == household)];
            int most = attempts.Length;
            int least = attempts.Count(attempt => attempt.Outcome is not (StoredAttempt.Interrupted or StoredAttempt.NotSent));
            int rang = invites.GetValueOrDefault(household);

            // An interrupted attempt was on disk; whether its INVITE left is what nobody can know.
            if (rang < least || rang > most)
            {
                violations.Add($"household {household}: {rang} INVITEs, {least} to {most} on file");
            }
        }

        return violations;
    }

    private List<string> OneLiveAttemptAtATime()
    {
        var live = new Dictionary<int, string>();
        var violations = new List<string>();
        int killed = 0;
        foreach (WitnessEntry entry in seen)
        {
            while (killed < kills.Count && entry.Time > kills[killed])
            {
                // What a dead process left standing is nobody's attempt any more; the next process hangs it up.
                live.Clear();
                killed++;
            }

            int household = HouseholdOf(entry.Callee);
            switch (entry.Event)
            {
                case WitnessEvent.Answered when !live.TryAdd(household, entry.CallId):
                    violations.Add($"household {household} had two answered calls at one time");
                    break;
                case WitnessEvent.Ended when live.TryGetValue(household, out string? call) && call == entry.CallId:
                    live.Remove(household);
                    break;
            }
        }

        return violations;
    }
}

using AlertAutomaton.Faults.Rig;
using AlertAutomaton.Faults.Witness;

namespace AlertAutomaton.Faults.Judge;

/// <summary>
/// Shows, before every run, that the judge can convict: evidence made up for each invariant must be found against, and clean evidence
/// must not. A judge that cannot say "broken" proves nothing by saying "holds".
/// </summary>
internal static class JudgeTrial
{
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 20, 0, 0, TimeSpan.Zero);

    /// <summary>What the judge got wrong; empty when it can be trusted.</summary>
    public static IReadOnlyList<string> Hold(Random random)
    {
        RigTown town = RigTown.Build(2, series: 0, random);
        WitnessEntry[] clean =
        [
            Seen(town, 0, 1, WitnessEvent.Invite, "a"), Seen(town, 0, 2, WitnessEvent.Answered, "a"),
            Seen(town, 0, 4, WitnessEvent.HeardConfirmation, "a"), Seen(town, 0, 5, WitnessEvent.Ended, "a"),
            Seen(town, 1, 1, WitnessEvent.Invite, "b"), Seen(town, 1, 2, WitnessEvent.Rejected, "b"),
        ];
        StoredRecipient[] recipients = [new(0, Final: true, Acknowledged: true), new(1, Final: true, Acknowledged: false)];
        StoredAttempt[] attempts = [new(0, 1, Outcome: 1, Doubtful: false), new(1, 1, Outcome: 6, Doubtful: false)];
        var wrong = new List<string>();
        Expect("", clean, new StoredAlert(recipients, attempts, "ok"), standing: 0);
        Expect("I1", clean, new StoredAlert([recipients[0]], attempts, "ok"), standing: 0);
        Expect("I1", clean, new StoredAlert([recipients[0], recipients[1] with { Final = false }], attempts, "ok"), standing: 0);
        Expect("I2", [.. clean, Seen(town, 0, 9, WitnessEvent.Invite, "c")], new StoredAlert(recipients, [.. attempts, new(0, 2, 7, false)], "ok"), standing: 0);
        Expect("I2b", clean, new StoredAlert([recipients[0] with { Acknowledged = false }, recipients[1]], attempts, "ok"), standing: 0);
        Expect("I3", clean, new StoredAlert(recipients, [.. attempts, new(1, 2, StoredAttempt.Interrupted, false)], "ok"), standing: 0);
        Expect("I4", [.. clean, Seen(town, 1, 9, WitnessEvent.Invite, "c")], new StoredAlert(recipients, attempts, "ok"), standing: 0);
        Expect("I4", clean, new StoredAlert(recipients, [.. attempts, new(1, 2, 6, false)], "ok"), standing: 0);
        Expect(
            "I5",
            [clean[0], clean[1], Seen(town, 0, 3, WitnessEvent.Invite, "c"), Seen(town, 0, 3, WitnessEvent.Answered, "c"), .. clean[4..]],
            new StoredAlert(recipients, [.. attempts, new(0, 2, 1, false)], "ok"),
            standing: 0);
        Expect("I7", clean, new StoredAlert(recipients, attempts, "ok"), standing: 1);
        Expect("the database", clean, new StoredAlert(recipients, attempts, "row 3 missing"), standing: 0);
        return wrong;

        void Expect(string invariant, IReadOnlyCollection<WitnessEntry> seen, StoredAlert stored, int standing)
        {
            string[] broken = [.. new InvariantJudge(town, seen, stored, []).Judge(standing).Where(ruling => !ruling.Holds).Select(ruling => ruling.Invariant)];
            bool right = invariant.Length == 0 ? broken.Length == 0 : broken.Any(name => name.StartsWith(invariant + " ", StringComparison.Ordinal));
            if (!right)
            {
                wrong.Add($"{(invariant.Length == 0 ? "clean evidence" : invariant)}: found against [{string.Join(", ", broken)}]");
            }
        }
    }

    private static WitnessEntry Seen(RigTown town, int household, int second, WitnessEvent what, string call) =>
        new(Start.AddSeconds(second), what, town.Households[household][0], call, "");
}

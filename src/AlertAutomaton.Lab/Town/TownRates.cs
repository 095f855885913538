using AlertAutomaton.Lab.Phones;

namespace AlertAutomaton.Lab.Town;

/// <summary>How often each behaviour occurs, in parts of a thousand.</summary>
/// <remarks>
/// Modelled on what was measured in the field: about two thirds answer the first pass and a sixth of the rest the second (Elbert County, Alès),
/// machines are as common as nobody at all (Camp Fire), and a few in a hundred numbers are dead.
/// </remarks>
public sealed record TownRates(IReadOnlyList<(PhoneRule Rule, int PerThousand)> Shares)
{
    /// <summary>A town as the field knows it.</summary>
    public static TownRates Realistic { get; } = new(
    [
        (PhoneRule.Presses1, 470), (PhoneRule.Presses2, 18), (PhoneRule.Silent, 80), (PhoneRule.HangsUp, 35), (PhoneRule.Voicemail, 120),
        (PhoneRule.VoicemailWithoutBeep, 15), (PhoneRule.NeverAnswers, 75), (PhoneRule.AnswersSecondCall, 60), (PhoneRule.Busy, 10),
        (PhoneRule.BusyOnce, 30), (PhoneRule.NotFound, 18), (PhoneRule.Unavailable503Once, 10), (PhoneRule.EarlyMediaThen1, 12),
        (PhoneRule.Presses9, 6), (PhoneRule.Presses9Then1, 4), (PhoneRule.Presses1ByInfo, 10), (PhoneRule.Presses1InBand, 8), (PhoneRule.SwitchedOff, 5),
        (PhoneRule.Declines, 4), (PhoneRule.FaxTone, 4), (PhoneRule.HangsUpAtOnce, 6),
    ]);

    /// <summary>Picks a behaviour.</summary>
    internal PhoneRule Pick(Random random)
    {
        int left = random.Next(Shares.Sum(share => share.PerThousand));
        foreach ((PhoneRule rule, int perThousand) in Shares)
        {
            left -= perThousand;
            if (left < 0)
            {
                return rule;
            }
        }

        return Shares[^1].Rule;
    }
}

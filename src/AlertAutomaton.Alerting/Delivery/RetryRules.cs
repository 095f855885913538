namespace AlertAutomaton.Alerting.Delivery;

/// <summary>
/// The table outcome → rule. The callee's answers (busy, refused) never move to another line; only the network's failures do, and
/// these are not charged to the household. <c>docs/delivery.md</c> prints this table; a test holds the two equal.
/// </summary>
public static class RetryRules
{
    private static readonly RetryRule[] Table = BuildTable();

    /// <summary>The rule for an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <returns>Its rule.</returns>
    public static RetryRule For(AttemptOutcome outcome) => Table[(int)outcome];

    private static RetryRule[] BuildTable()
    {
        var table = new RetryRule[Enum.GetValues<AttemptOutcome>().Length];
        Set(AttemptOutcome.Open, RetryAction.Wait, RetryDelay.None, charged: true, rings: true);
        Set(AttemptOutcome.Acknowledged, RetryAction.CloseHousehold, RetryDelay.None, charged: true, rings: true, RecipientScore.Confirmed);
        Set(AttemptOutcome.WrongNumber, RetryAction.DropPoint, RetryDelay.NextPoint, charged: true, rings: true, verdict: PointVerdict.WrongNumber);
        Set(AttemptOutcome.Heard, RetryAction.AskPolicy, RetryDelay.NoAnswer, charged: true, rings: true, RecipientScore.ProbablyHeard);
        Set(AttemptOutcome.CutShort, RetryAction.SamePoint, RetryDelay.NoAnswer, charged: true, rings: true);
        Set(AttemptOutcome.Voicemail, RetryAction.NextPoint, RetryDelay.NextPoint, charged: true, rings: true, RecipientScore.VoicemailOnly);
        Set(AttemptOutcome.Busy, RetryAction.SamePoint, RetryDelay.Busy, charged: true, rings: true);
        Set(AttemptOutcome.NoAnswer, RetryAction.SamePoint, RetryDelay.NoAnswer, charged: true, rings: true);
        Set(AttemptOutcome.InvalidNumber, RetryAction.DropPoint, RetryDelay.NextPoint, charged: true, rings: false, verdict: PointVerdict.Invalid);
        Set(AttemptOutcome.Refused, RetryAction.DropPoint, RetryDelay.NextPoint, charged: true, rings: true, verdict: PointVerdict.Refused);
        Set(AttemptOutcome.Network, RetryAction.OtherLine, RetryDelay.BackOff, charged: false, rings: false);
        Set(AttemptOutcome.Fax, RetryAction.NextPoint, RetryDelay.NextPoint, charged: true, rings: true);
        Set(AttemptOutcome.Interrupted, RetryAction.SamePoint, RetryDelay.None, charged: false, rings: true);
        Set(AttemptOutcome.NotSent, RetryAction.SamePoint, RetryDelay.BackOff, charged: false, rings: false);
        Set(AttemptOutcome.Submitted, RetryAction.NextPoint, RetryDelay.NextPoint, charged: true, rings: false, RecipientScore.SentOnly);
        Set(AttemptOutcome.Delivered, RetryAction.NextPoint, RetryDelay.NextPoint, charged: true, rings: false, RecipientScore.SentOnly);
        Set(AttemptOutcome.Expired, RetryAction.NextPoint, RetryDelay.NextPoint, charged: true, rings: false);
        Set(AttemptOutcome.Rejected, RetryAction.DropPoint, RetryDelay.NextPoint, charged: true, rings: false);
        Set(AttemptOutcome.Unknown, RetryAction.NextPoint, RetryDelay.NextPoint, charged: true, rings: false, RecipientScore.SentOnly);
        return table;

        void Set(
            AttemptOutcome outcome,
            RetryAction action,
            RetryDelay delay,
            bool charged,
            bool rings,
            RecipientScore score = RecipientScore.Unreached,
            PointVerdict verdict = PointVerdict.None) =>
            table[(int)outcome] = new RetryRule(action, delay, charged, rings, score, verdict);
    }
}

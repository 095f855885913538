using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Storage.Tests.Conformance;

/// <summary>Makes of a number an event that may or may not fit what happened before.</summary>
internal static class RandomEvent
{
    public static AlertEvent Of(int number, Town town, AlertOrder order, List<AttemptBegun> begun)
    {
        int recipient = number / 100 % order.Recipients.Count;
        AttemptBegun attempt = begun.Count == 0 ? town.Begin(order, recipient) : begun[number / 1000 % begun.Count];
        bool odd = number / 7 % 2 == 1;
        return (number % 19) switch
        {
            0 or 1 or 2 => town.Begin(order, recipient, 1 + begun.Count(other => other.Recipient == order.Recipients[recipient].Id) + (number / 10_000 % 8 == 0 ? 1 : 0)) with { Channel = (ChannelKind)(number / 37 % 4) },
            3 or 4 or 5 => town.End(attempt, AttemptOutcome.Busy + (byte)(number / 50 % 3), (RecipientScore)(number / 13 % 5), odd ? null : FinishReason.AttemptsExhausted),
            6 => town.Answer(attempt, odd ? "" : "{}"),
            7 => town.Hear(attempt),
            8 => town.Press(attempt, (char)('0' + (number / 17 % 10))),
            9 => town.Acknowledge(attempt, odd ? AcknowledgementOption.Safe : AcknowledgementOption.NeedsHelp),
            10 => town.CallBack(order, recipient, odd ? AcknowledgementOption.Safe : AcknowledgementOption.NeedsHelp),
            11 => town.Finish(order, recipient, (RecipientScore)(number / 13 % 5), FinishReason.NoUsablePoint),
            12 => town.Close(order, recipient, number / 19 % 2) with { PointIndex = number / 31 % 40 },
            13 => odd ? town.Pause(order) : town.Resume(order),
            14 => number / 23 % 4 == 0 ? town.Stop(order) : town.Hear(attempt with { Recipient = order.Recipients[recipient].Id }),
            15 => town.End(attempt, AttemptOutcome.Submitted, RecipientScore.SentOnly) with { Units = 2, References = ["sms:gate:" + (number / 37 % 5)] },
            16 => town.Report(attempt, odd ? AttemptOutcome.Delivered : AttemptOutcome.Expired, (RecipientScore)(number / 13 % 5), number / 41 % 3 == 0 ? FinishReason.DeliveredEnough : null),
            17 => town.CallBack(order, recipient, odd ? AcknowledgementOption.Present : AcknowledgementOption.Absent),
            _ => number / 29 % 4 == 0 ? town.Expire(order) : town.End(attempt with { Attempt = new AttemptId(Guid.CreateVersion7(order.Alert.LaunchedAt)) }, AttemptOutcome.Heard, RecipientScore.ProbablyHeard),
        };
    }
}

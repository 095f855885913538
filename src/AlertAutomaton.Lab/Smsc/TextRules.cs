using AlertAutomaton.Lab.Phones;
using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Receipts;

namespace AlertAutomaton.Lab.Smsc;

/// <summary>From a number to what its handset does with texts. Pure.</summary>
public static class TextRules
{
    private const int FirstCommon = 30;
    private const int FirstSilent = 55;

    /// <summary>
    /// The rule of a number, so that it fits the <see cref="PhoneRule"/> of the same number: who presses 2 writes 2, who is switched off is so for
    /// texts too, who declines calls writes STOP, and who has no number has none for texts. Of those who press 1, half answer the text.
    /// </summary>
    /// <param name="number">E.164.</param>
    public static TextRule Of(string number)
    {
        ReadOnlySpan<char> text = number;
        int suffix = text.Length >= 2 && char.IsAsciiDigit(text[^1]) && char.IsAsciiDigit(text[^2]) ? ((text[^2] - '0') * 10) + (text[^1] - '0') : 0;
        return suffix >= FirstCommon
            ? suffix < FirstSilent ? TextRule.Replies1 : TextRule.Silent
            : (PhoneRule)suffix switch
            {
                PhoneRule.Presses1 or PhoneRule.Presses1AtOnce => TextRule.Replies1,
                PhoneRule.Presses2 => TextRule.Replies2,
                PhoneRule.EarlyMediaThen1 => TextRule.RepliesYes,
                PhoneRule.HangsUpAtOnce => TextRule.RepliesHelp,
                PhoneRule.Declines => TextRule.RepliesStop,
                PhoneRule.Presses9 => TextRule.RepliesNonsense,
                PhoneRule.SwitchedOff => TextRule.SwitchedOff,
                PhoneRule.NotFound => TextRule.UnknownSubscriber,
                PhoneRule.Unavailable503 => TextRule.RefusedAtSubmit,
                PhoneRule.NeverAnswers => TextRule.NoReceipt,
                _ => TextRule.Silent,
            };
    }

    /// <summary>What is done by a rule.</summary>
    /// <param name="rule">The rule.</param>
    public static TextPlan Plan(TextRule rule) => rule switch
    {
        TextRule.Replies1 => Delivered("1"),
        TextRule.Replies2 => Delivered("2"),
        TextRule.RepliesYes => Delivered("Oui"),
        TextRule.RepliesHelp => Delivered("Aide !"),
        TextRule.RepliesStop => Delivered("STOP"),
        TextRule.RepliesNonsense => Delivered("qsdf ghj"),
        TextRule.SwitchedOff => new TextPlan(CommandStatus.Ok, MessageState.Expired, "006"),
        TextRule.UnknownSubscriber => new TextPlan(CommandStatus.Ok, MessageState.Undeliverable, "001"),
        TextRule.RefusedAtSubmit => new TextPlan(CommandStatus.InvalidDestinationAddress, null),
        TextRule.NoReceipt => new TextPlan(CommandStatus.Ok, null),
        _ => Delivered(null),
    };

    private static TextPlan Delivered(string? reply) => new(CommandStatus.Ok, MessageState.Delivered, Reply: reply);
}

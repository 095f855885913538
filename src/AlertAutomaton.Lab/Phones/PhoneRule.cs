namespace AlertAutomaton.Lab.Phones;

/// <summary>
/// How a simulated phone behaves. The value is the last two digits of its number; 30-79 and 80-99 repeat the common ones so that any
/// number behaves like somebody (see docs/lab.md and <see cref="PhoneRules.Of"/>).
/// </summary>
public enum PhoneRule
{
    /// <summary>486 Busy Here.</summary>
    Busy = 0,

    /// <summary>Rings, nobody comes.</summary>
    NeverAnswers = 1,

    /// <summary>Answers, presses 1 after a while.</summary>
    Presses1 = 2,

    /// <summary>Answers, listens to the end, presses nothing.</summary>
    Silent = 3,

    /// <summary>An answering machine with greeting and beep.</summary>
    Voicemail = 4,

    /// <summary>503 for the first call, then like <see cref="Presses1"/>.</summary>
    Unavailable503Once = 5,

    /// <summary>404 Not Found.</summary>
    NotFound = 6,

    /// <summary>Hangs up in the message.</summary>
    HangsUp = 7,

    /// <summary>183 with early media, a slow answer, then 1.</summary>
    EarlyMediaThen1 = 8,

    /// <summary>Presses 9, and 1 a moment later: the 9 was a mistake.</summary>
    Presses9Then1 = 9,

    /// <summary>Presses 2: needs help.</summary>
    Presses2 = 10,

    /// <summary>Presses 1 by SIP INFO.</summary>
    Presses1ByInfo = 11,

    /// <summary>Presses 1 as tones in the sound.</summary>
    Presses1InBand = 12,

    /// <summary>A fax answers with its tone.</summary>
    FaxTone = 13,

    /// <summary>Presses 9: wrong number.</summary>
    Presses9 = 14,

    /// <summary>603 Decline.</summary>
    Declines = 15,

    /// <summary>Always 503.</summary>
    Unavailable503 = 16,

    /// <summary>480 Temporarily Unavailable: the phone is off.</summary>
    SwitchedOff = 17,

    /// <summary>Busy for the first call, then like <see cref="Presses1"/>.</summary>
    BusyOnce = 18,

    /// <summary>Does not answer the first call, then like <see cref="Presses1"/>.</summary>
    AnswersSecondCall = 19,

    /// <summary>Answers and hangs up at once.</summary>
    HangsUpAtOnce = 20,

    /// <summary>Presses 5, which means nothing, then 1.</summary>
    Presses5Then1 = 21,

    /// <summary>Presses 0 to hear it again, then 1.</summary>
    Presses0Then1 = 22,

    /// <summary>Presses 1 before a word was said.</summary>
    Presses1AtOnce = 23,

    /// <summary>Offers T.38 by re-INVITE.</summary>
    FaxOffer = 24,

    /// <summary>A child at the keys: twenty of them, then 1.</summary>
    KeyStormThen1 = 25,

    /// <summary>Puts the call on hold, comes back, presses 1.</summary>
    HoldThen1 = 26,

    /// <summary>Answers after a long ring, then 1.</summary>
    SlowAnswerThen1 = 27,

    /// <summary>An answering machine without a beep.</summary>
    VoicemailWithoutBeep = 28,

    /// <summary>503 with Retry-After for the first call, then like <see cref="Presses1"/>.</summary>
    RetryAfterOnce = 29,
}

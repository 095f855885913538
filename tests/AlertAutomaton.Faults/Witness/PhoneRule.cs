namespace AlertAutomaton.Faults.Witness;

/// <summary>How a phone behaves, by the last digit of its number.</summary>
internal enum PhoneRule
{
    /// <summary>Answers 486.</summary>
    Busy = 0,

    /// <summary>Rings and never answers.</summary>
    NeverAnswers = 1,

    /// <summary>Answers and presses 1.</summary>
    PressesOne = 2,

    /// <summary>Answers and listens to the end.</summary>
    Silent = 3,

    /// <summary>Answers, presses 2.</summary>
    PressesTwo = 4,

    /// <summary>Answers 503 to the first call and presses 1 on the next.</summary>
    Unavailable = 5,

    /// <summary>Answers 404.</summary>
    Unknown = 6,

    /// <summary>Answers and hangs up inside the message.</summary>
    HangsUp = 7,

    /// <summary>Sends 183, then answers and presses 1.</summary>
    EarlyMedia = 8,

    /// <summary>Answers, presses 5, which means nothing, then 1.</summary>
    WrongKeyThenOne = 9,
}

namespace AlertAutomaton.Lab.Mail;

/// <summary>What a simulated mailbox does; chosen by the end of its local part, see <see cref="MailRules"/>.</summary>
public enum MailRule : byte
{
    /// <summary>Takes mails and says nothing (<c>…silent@</c>, and every other name).</summary>
    Silent,

    /// <summary>Takes the mail and returns a report that it does not exist (<c>…bounces@</c>).</summary>
    Bounces,

    /// <summary>Takes the mail and returns a report that it was delivered (<c>…receipts@</c>).</summary>
    Receipts,

    /// <summary>Is full: 552 (<c>…full@</c>).</summary>
    Full,

    /// <summary>Does not exist: 550 5.1.1 (<c>…unknown@</c>).</summary>
    Unknown,

    /// <summary>Has no time for the first try: 451 once (<c>…busy@</c>).</summary>
    BusyOnce,

    /// <summary>Refuses the content: 554 5.7.1 after DATA (<c>…refuses@</c>).</summary>
    Refuses,

    /// <summary>The connection breaks when the content was sent, before the answer; the mail is kept (<c>…breaks@</c>).</summary>
    Breaks,

    /// <summary>No answer ever comes to the content; the mail is kept (<c>…hangs@</c>).</summary>
    Hangs,

    /// <summary>Takes the mail and answers a moment later (<c>…slow@</c>).</summary>
    Slow,

    /// <summary>Follows the first answer link of the mail (<c>…clicks@</c>).</summary>
    Clicks,
}

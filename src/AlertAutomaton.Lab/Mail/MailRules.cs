namespace AlertAutomaton.Lab.Mail;

/// <summary>The table local part → rule. The address alone decides, so that a test or a demo chooses outcomes by its list of contacts.</summary>
public static class MailRules
{
    private static readonly (string End, MailRule Rule)[] Ends =
    [
        ("bounces", MailRule.Bounces), ("receipts", MailRule.Receipts), ("full", MailRule.Full), ("unknown", MailRule.Unknown), ("busy", MailRule.BusyOnce),
        ("refuses", MailRule.Refuses), ("breaks", MailRule.Breaks), ("hangs", MailRule.Hangs), ("slow", MailRule.Slow), ("clicks", MailRule.Clicks), ("silent", MailRule.Silent),
    ];

    /// <summary>The rule of a mailbox.</summary>
    /// <param name="address">Its address; upper and lower case are the same.</param>
    /// <returns>The rule; <see cref="MailRule.Silent"/> for a name without one.</returns>
    public static MailRule For(string address)
    {
        int at = address.LastIndexOf('@');
        string local = at < 0 ? address : address[..at];
        foreach ((string end, MailRule rule) in Ends)
        {
            if (local.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return rule;
            }
        }

        return MailRule.Silent;
    }
}

namespace AlertAutomaton.Channels.Email.Bounces;

/// <summary>Finds an SMTP reply code in what a mailer wrote.</summary>
internal static class ReplyCode
{
    /// <summary>The first number of three digits from 400 to 559 that stands alone and is followed by a space, a hyphen or the end.</summary>
    /// <returns>0 when there is none.</returns>
    public static int Find(string? text)
    {
        for (int at = 0; text is not null && at + 3 <= text.Length; at++)
        {
            bool alone = (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is ';' or ':' or '(' or '<')
                && (at + 3 == text.Length || text[at + 3] is ' ' or '-' or '\n' or '\r');
            if (alone && text[at] is '4' or '5' && alone && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && text[at + 1] <= '5')
            {
                return ((text[at] - '0') * 100) + ((text[at + 1] - '0') * 10) + (text[at + 2] - '0');
            }
        }

        return 0;
    }
}

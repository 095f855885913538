using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Channels.Email;

/// <summary>
/// The addresses behind the buttons of a mail: <c>{base}/a/{token}</c>, with <c>?answer=safe|help|present|absent</c> for one answer. Mail
/// filters follow links, so opening one may only show a page; the answer counts when its button is pressed.
/// </summary>
public static class AcknowledgementLinks
{
    /// <summary>The name of the query parameter.</summary>
    public const string AnswerParameter = "answer";

    /// <summary>The link of an attempt, with all answers behind it.</summary>
    /// <param name="linkBase">What stands before <c>/a/</c>; a path is kept.</param>
    /// <param name="token">The secret of the attempt.</param>
    /// <returns>An absolute address, ASCII only.</returns>
    public static string For(Uri linkBase, string token) => $"{linkBase.AbsoluteUri.TrimEnd('/')}/a/{Uri.EscapeDataString(token)}";

    /// <summary>The link of an attempt that proposes one answer.</summary>
    /// <param name="linkBase">What stands before <c>/a/</c>; a path is kept.</param>
    /// <param name="token">The secret of the attempt.</param>
    /// <param name="option">The answer.</param>
    /// <returns>An absolute address, ASCII only.</returns>
    public static string For(Uri linkBase, string token, AcknowledgementOption option) => $"{For(linkBase, token)}?{AnswerParameter}={NameOf(option)}";

    /// <summary>Reads the value of <see cref="AnswerParameter"/>.</summary>
    /// <param name="value">What came, from anybody.</param>
    /// <returns>The answer; <see cref="AcknowledgementOption.None"/> when it is none.</returns>
    public static AcknowledgementOption OptionOf(string? value) => value switch
    {
        "safe" => AcknowledgementOption.Safe,
        "help" => AcknowledgementOption.NeedsHelp,
        "present" => AcknowledgementOption.Present,
        "absent" => AcknowledgementOption.Absent,
        _ => AcknowledgementOption.None,
    };

    private static string NameOf(AcknowledgementOption option) => option switch
    {
        AcknowledgementOption.Safe => "safe",
        AcknowledgementOption.NeedsHelp => "help",
        AcknowledgementOption.Present => "present",
        AcknowledgementOption.Absent => "absent",
        _ => throw new ArgumentOutOfRangeException(nameof(option), option, "No answer stands behind this link."),
    };
}

namespace AlertAutomaton.Channels.Email.Bounces;

/// <summary>One part of a mail without children: its headers and its decoded content as text.</summary>
/// <param name="Type">The media type in lower case, <c>message/delivery-status</c>.</param>
/// <param name="Headers">Its own headers.</param>
/// <param name="Content">What it says; bytes beyond ASCII are Latin-1, for nothing that is looked for needs more.</param>
internal sealed record MimePart(string Type, MailHeaders Headers, string Content)
{
    /// <summary>The name of the leaf that stands for the mail's own headers.</summary>
    public const string OwnHeaders = "mail/headers";

    public bool Is(string type) => string.Equals(Type, type, StringComparison.Ordinal);
}

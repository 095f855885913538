namespace AlertAutomaton.Channels.Email;

/// <summary>The body of a mail before it is written as plain text or HTML.</summary>
/// <param name="Language">The language of the product's words (BCP 47).</param>
/// <param name="TextLanguage">The language of the operator's text (BCP 47).</param>
/// <param name="Title">The title of the HTML page.</param>
/// <param name="Blocks">The pieces.</param>
internal sealed record EmailBody(string Language, string TextLanguage, string Title, IReadOnlyList<EmailBlock> Blocks);

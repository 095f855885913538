namespace AlertAutomaton.Channels.Email;

/// <summary>One piece of a mail's body, in the order in which it is read. The plain text and the HTML are both written from these.</summary>
internal abstract record EmailBlock
{
    private EmailBlock()
    {
    }

    /// <summary>What must be seen before anything else.</summary>
    public sealed record Banner(string Text) : EmailBlock;

    /// <summary>Who speaks.</summary>
    public sealed record Heading(string Text) : EmailBlock;

    /// <summary>Words of the product.</summary>
    public sealed record Note(string Text) : EmailBlock;

    /// <summary>A paragraph of the operator's text; may hold line breaks. Its language may be another than that of the words around it.</summary>
    public sealed record Paragraph(string Text) : EmailBlock;

    /// <summary>An answer to touch.</summary>
    public sealed record Answer(string Label, string Link) : EmailBlock;

    /// <summary>Small print.</summary>
    public sealed record Foot(string Text) : EmailBlock;
}

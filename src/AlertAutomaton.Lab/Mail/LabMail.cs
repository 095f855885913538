namespace AlertAutomaton.Lab.Mail;

/// <summary>One mail that the lab received.</summary>
public sealed record LabMail
{
    /// <summary>The envelope's sender; empty for a report.</summary>
    public required string From { get; init; }

    /// <summary>The envelope's recipient; a mail to several is kept once for each.</summary>
    public required string To { get; init; }

    /// <summary>The mail as it came, without the dots of the protocol.</summary>
    public required byte[] Raw { get; init; }

    /// <summary>The user who had logged in; null when nobody had.</summary>
    public string? User { get; init; }

    /// <summary>True when it came over TLS.</summary>
    public required bool Secure { get; init; }

    /// <summary>Which mail of its connection it was, from 1.</summary>
    public required int NumberOnConnection { get; init; }

    /// <summary>Its headers, decoded (RFC 2047).</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The plain text; empty when there is none.</summary>
    public required string Text { get; init; }

    /// <summary>The HTML; empty when there is none.</summary>
    public required string Html { get; init; }

    /// <summary>The links of the HTML, in order.</summary>
    public required IReadOnlyList<Uri> Links { get; init; }

    /// <summary>The first header of a name; null when there is none.</summary>
    /// <param name="name">The name, in any case.</param>
    public string? Header(string name) => Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault();
}

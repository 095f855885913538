namespace AlertAutomaton.Daemon.Contacts;

/// <summary>The columns of a contacts file; their spellings are in <c>Resources/contact-columns.json</c>.</summary>
internal enum ContactColumn
{
    Name,
    Mobile,
    Landline,
    Email,
    Language,
    Groups,
    Address,
    Latitude,
    Longitude,
    Vulnerable,
    TrustedName,
    TrustedPhone,
}

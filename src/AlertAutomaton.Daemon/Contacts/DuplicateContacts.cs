namespace AlertAutomaton.Daemon.Contacts;

/// <summary>Remembers the households of one file, to find the same one written twice and numbers that two of them share.</summary>
internal sealed class DuplicateContacts
{
    private readonly Dictionary<string, ImportedContact> _byIdentity = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ImportedContact> _byPhone = new(StringComparer.Ordinal);

    /// <summary>The row above that is the same household: same name and same ways to reach it.</summary>
    public ImportedContact? FindSame(ImportedContact contact) => _byIdentity.GetValueOrDefault(Identity(contact));

    /// <summary>Numbers that a household above has too.</summary>
    public IEnumerable<(string Phone, ImportedContact Other)> FindShared(ImportedContact contact) =>
        from phone in contact.Phones
        where _byPhone.ContainsKey(phone)
        select (phone, _byPhone[phone]);

    public void Remember(ImportedContact contact)
    {
        _byIdentity[Identity(contact)] = contact;
        foreach (var phone in contact.Phones)
        {
            _byPhone.TryAdd(phone, contact);
        }
    }

    private static string Identity(ImportedContact contact) =>
        string.Join('\n', contact.Phones.Order(StringComparer.Ordinal).Prepend(contact.Email ?? "").Prepend(contact.Name.Trim()));
}

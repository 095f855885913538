using System.Text.Json;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Storage.Sqlite.Connections;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>Whom scenarios warn, in the desk's database.</summary>
public sealed class SqliteContactListStore(DeskDatabase database) : IContactListStore
{
    /// <inheritdoc/>
    public Task<bool> SaveAsync(ContactList list, CancellationToken ct)
    {
        // Outside the transaction: a large list takes its time.
        byte[] payload = PayloadOf(list);
        return database.WriteAsync(session => Write(session, list, payload), ct);
    }

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(OrganisationId organisation, string name, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            session.Query("RemoveContactList").Bind(1, session.NumberOf(organisation)).Bind(2, name).Run();
            return session.Changes > 0;
        },
        ct);

    /// <inheritdoc/>
    public Task<AudienceGroup?> FindGroupAsync(OrganisationId organisation, int number, CancellationToken ct) => database.ReadAsync(
        reader =>
        {
            SqliteStatement row = reader.Query("GroupByNumber").Bind(1, organisation.Value).Bind(2, number);
            return row.Read() ? new AudienceGroup(number, row.Text(0)) : null;
        },
        ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Contact>> FindAsync(OrganisationId organisation, ScenarioAudience audience, CancellationToken ct) => database.ReadAsync<IReadOnlyList<Contact>>(
        reader =>
        {
            var contacts = new List<Contact>();
            foreach (string name in audience.Groups)
            {
                SqliteStatement row = reader.Query("ContactListByName").Bind(1, organisation.Value).Bind(2, name);
                if (row.Read())
                {
                    contacts.AddRange(DeskJson.Read(row.Blob(0), ScenarioJson.Default.IReadOnlyListContact));
                }

                row.Reset();
            }

            // The same household on two lists has two identifiers, and is called once.
            return [.. contacts.DistinctBy(contact => string.Join('\n', contact.Points.Select(point => point.Address).Prepend(contact.Name)), StringComparer.Ordinal)];
        },
        ct);

    internal static byte[] PayloadOf(ContactList list) => JsonSerializer.SerializeToUtf8Bytes(list.Contacts, ScenarioJson.Default.IReadOnlyListContact);

    /// <returns>False when another list of the organisation has the number.</returns>
    internal static bool Write(DeskWriteSession session, ContactList list, byte[] payload)
    {
        long organisation = session.NumberOf(list.Organisation);
        if (list.Number is { } number && session.Query("ContactListNumberTaken").Bind(1, organisation).Bind(2, number).Bind(3, list.Name).Read())
        {
            return false;
        }

        session.Query("SaveContactList").Bind(1, organisation).Bind(2, list.Name).Bind(3, (long?)list.Number).Bind(4, payload).Run();
        return true;
    }
}

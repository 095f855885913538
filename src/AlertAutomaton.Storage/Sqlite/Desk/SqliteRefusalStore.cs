using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Alerting.Texts;
using AlertAutomaton.Storage.Sqlite.Connections;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>Who refuses texts, in the desk's database.</summary>
public sealed class SqliteRefusalStore(DeskDatabase database, ILogger<SqliteRefusalStore> log) : IRefusalStore
{
    /// <inheritdoc/>
    public async Task<bool> AddAsync(TextRefusal refusal)
    {
        try
        {
            return await database.WriteAsync(
                session =>
                {
                    long? organisation = refusal.Organisation is { } refused ? session.NumberOf(refused) : null;
                    session.Query("AddRefusal").Bind(1, organisation).Bind(2, refusal.Number.ToString()).Bind(3, refusal.Text).Bind(4, refusal.At.UtcTicks).Run();
                    return true;
                },
                CancellationToken.None);
        }
        catch (AlertStoreException fault)
        {
            DeskLog.TextNotWritten(log, fault);
            return false;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlySet<E164Number>> RefusedAsync(OrganisationId organisation, CancellationToken ct) => database.ReadAsync<IReadOnlySet<E164Number>>(
        reader =>
        {
            SqliteStatement row = reader.Query("RefusedPhones").Bind(1, organisation.Value);
            var refused = new HashSet<E164Number>();
            while (row.Read())
            {
                if (E164Number.TryParse(row.Text(0), out E164Number number))
                {
                    refused.Add(number);
                }
            }

            return refused;
        },
        ct);
}

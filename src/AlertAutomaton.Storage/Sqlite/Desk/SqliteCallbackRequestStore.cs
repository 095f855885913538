using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Residents;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Storage.Sqlite.Connections;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>Who asked by phone to be registered, in the desk's database.</summary>
public sealed class SqliteCallbackRequestStore(DeskDatabase database, ILogger<SqliteCallbackRequestStore> log) : ICallbackRequestStore
{
    /// <inheritdoc/>
    public async Task<bool> AddAsync(CallbackRequest request, CancellationToken ct)
    {
        try
        {
            return await database.WriteAsync(
                session =>
                {
                    session.Query("AddCallbackRequest")
                        .Bind(1, session.NumberOf(request.Organisation)).Bind(2, request.Number.ToString()).Bind(3, request.Language)
                        .Bind(4, request.ConsentAt.UtcTicks).Bind(5, request.ConsentTo)
                        .Run();
                    return true;
                },
                ct);
        }
        catch (AlertStoreException fault)
        {
            DeskLog.CallbackRequestNotKept(log, fault);
            return false;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CallbackRequest>> ListOpenAsync(OrganisationId organisation, CancellationToken ct) => database.ReadAsync<IReadOnlyList<CallbackRequest>>(
        reader =>
        {
            SqliteStatement row = reader.Query("CallbackRequests").Bind(1, organisation.Value);
            var open = new List<CallbackRequest>();
            while (row.Read())
            {
                if (E164Number.TryParse(row.Text(0), out E164Number number))
                {
                    open.Add(new CallbackRequest
                    {
                        Organisation = organisation,
                        Number = number,
                        Language = row.Text(1),
                        ConsentAt = new DateTimeOffset(row.Int64(2), TimeSpan.Zero),
                        ConsentTo = row.Text(3),
                    });
                }
            }

            return open;
        },
        ct);
}

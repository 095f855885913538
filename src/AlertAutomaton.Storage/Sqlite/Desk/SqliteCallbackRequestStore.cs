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
                        .Bind(4, request.ConsentAt.UtcTicks).Bind(5, request.ConsentTo).Bind(6, request.Id.Value)
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
                open.Add(Request(organisation, row));
            }

            return open;
        },
        ct);

    /// <inheritdoc/>
    public Task<ClosedCallbackRequest?> CloseAsync(OrganisationId organisation, CallbackRequestId id, CallbackClosing closing, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            long number = session.NumberOf(organisation);
            SqliteStatement row = session.Query("CallbackRequestById").Bind(1, number).Bind(2, id.Value);
            if (!row.Read())
            {
                return null;
            }

            CallbackRequest request = Request(organisation, row);
            row.Reset();
            session.Query("CloseCallbackRequest")
                .Bind(1, number).Bind(2, id.Value).Bind(3, (long)closing.Outcome).Bind(4, closing.By).Bind(5, closing.At.UtcTicks).Bind(6, closing.Note)
                .Run();
            session.Query("ForgetCallbackRequest").Bind(1, number).Bind(2, id.Value).Run();
            return new ClosedCallbackRequest(request, closing);
        },
        ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ClosedCallbackRequest>> ListClosedAsync(OrganisationId organisation, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<ClosedCallbackRequest>>(
            reader =>
            {
                SqliteStatement row = reader.Query("CallbackClosings").Bind(1, organisation.Value);
                var closed = new List<ClosedCallbackRequest>();
                while (row.Read())
                {
                    var closing = new CallbackClosing { Outcome = (CallbackOutcome)row.Int32(5), By = row.Text(6), At = Time(row.Int64(7)), Note = row.IsNull(8) ? null : row.Text(8) };
                    closed.Add(new ClosedCallbackRequest(Request(organisation, row), closing));
                }

                return closed;
            },
            ct);

    private static CallbackRequest Request(OrganisationId organisation, SqliteStatement row) => new()
    {
        Id = new CallbackRequestId(row.Guid(0)),
        Organisation = organisation,
        Number = E164Number.TryParse(row.Text(1), out E164Number number) ? number : throw new InvalidDataException("A number in the desk's database is none."),
        Language = row.Text(2),
        ConsentAt = Time(row.Int64(3)),
        ConsentTo = row.Text(4),
    };

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}

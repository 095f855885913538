using System.Collections.Immutable;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Storage.Sqlite.Connections;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>Failures and locks of PINs in the desk's database.</summary>
public sealed class SqlitePinGuardStore(DeskDatabase database, ILogger<SqlitePinGuardStore> log) : IPinGuardStore
{
    /// <inheritdoc/>
    public Task<PinGuardState> LoadAsync(CancellationToken ct) => database.ReadAsync(
        reader =>
        {
            var accounts = ImmutableDictionary.CreateBuilder<PinKey, PinAccount>();
            SqliteStatement row = reader.Query("PinAccounts");
            while (row.Read())
            {
                accounts[new PinKey(new OrganisationId(row.Guid(0)), row.Text(1), (PinLine)row.Int32(2))] =
                    new PinAccount(row.Int32(3), row.Int32(4), row.IsNull(5) ? null : Time(row.Int64(5)), Time(row.Int64(6)));
            }

            var recent = new List<(DateTimeOffset, PinLine)>();
            row = reader.Query("PinFailures");
            while (row.Read())
            {
                recent.Add((Time(row.Int64(0)), (PinLine)row.Int32(1)));
            }

            return PinGuardState.Fresh with { Accounts = accounts.ToImmutable(), Recent = ImmutableQueue.CreateRange(recent) };
        },
        ct);

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(PinGuardState state, CancellationToken ct)
    {
        try
        {
            return await database.WriteAsync(session => Write(session, state), ct);
        }
        catch (AlertStoreException fault)
        {
            DeskLog.PinGuardNotWritten(log, fault);
            return false;
        }
    }

    private static bool Write(DeskWriteSession session, PinGuardState state)
    {
        session.Query("ForgetPinAccounts").Run();
        session.Query("ForgetPinFailures").Run();
        foreach ((PinKey key, PinAccount account) in state.Accounts)
        {
            session.Query("AddPinAccount")
                .Bind(1, session.NumberOf(key.Organisation)).Bind(2, key.Number).Bind(3, (long)key.Line).Bind(4, account.Failures).Bind(5, account.Locks)
                .Bind(6, account.LockedUntil?.UtcTicks).Bind(7, account.LastFailure.UtcTicks)
                .Run();
        }

        foreach ((DateTimeOffset at, PinLine line) in state.Recent)
        {
            session.Query("AddPinFailure").Bind(1, (long)line).Bind(2, at.UtcTicks).Run();
        }

        return true;
    }

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}

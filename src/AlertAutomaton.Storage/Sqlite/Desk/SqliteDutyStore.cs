using System.Text.Json;
using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Storage.Sqlite.Connections;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>The matters of one organisation's duty chain in the desk's database. What ended long ago is dropped by the next write.</summary>
/// <param name="database">The database.</param>
/// <param name="organisation">Whose.</param>
/// <param name="time">The clock.</param>
public sealed class SqliteDutyStore(DeskDatabase database, OrganisationId organisation, TimeProvider time) : IDutyStore
{
    /// <summary>How long an ended or taken matter is kept: longer than the longest time for which a taken one counts.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(31);

    private static readonly TimeSpan Recent = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DutyMatterState>> LoadAsync(CancellationToken ct) => database.ReadAsync<IReadOnlyList<DutyMatterState>>(
        reader =>
        {
            SqliteStatement row = reader.Query("DutyMatters").Bind(1, organisation.Value).Bind(2, (time.GetUtcNow() - Recent).UtcTicks);
            var matters = new List<DutyMatterState>();
            while (row.Read())
            {
                matters.Add(Read(row));
            }

            return matters;
        },
        ct);

    /// <inheritdoc/>
    public Task SaveAsync(DutyMatterState state, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            session.Query("ForgetDutyMatters").Bind(1, (time.GetUtcNow() - Kept).UtcTicks).Run();
            DutyMatter matter = state.Matter;
            SqliteStatement row = session.Query("PutDutyMatter")
                .Bind(1, session.NumberOf(organisation)).Bind(2, matter.Id.Value).Bind(3, matter.Key).Bind(4, (long)matter.Severity).Bind(5, matter.Words)
                .Bind(8, matter.Since.UtcTicks).Bind(9, (long)state.Standing).Bind(10, state.Rounds)
                .Bind(11, JsonSerializer.SerializeToUtf8Bytes([.. state.Tried.Select(who => who.Value)], DutyLists.Default.GuidArray))
                .Bind(13, state.NextAt?.UtcTicks).Bind(15, state.EndedAt?.UtcTicks)
                .Bind(16, JsonSerializer.SerializeToUtf8Bytes([.. state.Calls.Select(call => call.UtcTicks)], DutyLists.Default.Int64Array));
            row = matter.Launch is { } launch ? row.Bind(6, JsonSerializer.SerializeToUtf8Bytes(launch, ScenarioJson.Default.DutyLaunch)) : row.Bind(6, (long?)null);
            BindId(BindId(BindId(row, 7, matter.NotFor), 12, state.Calling), 14, state.TakenBy).Run();
            return true;
        },
        ct);

    private static SqliteStatement BindId(SqliteStatement row, int index, OperatorId? id) => id is { } who ? row.Bind(index, who.Value) : row.Bind(index, (long?)null);

    private static DutyMatterState Read(SqliteStatement row) => new()
    {
        Matter = new DutyMatter
        {
            Id = new DutyMatterId(row.Guid(0)),
            Key = row.Text(1),
            Severity = (DutySeverity)row.Int32(2),
            Words = row.Text(3),
            Launch = row.IsNull(4) ? null : DeskJson.Read(row.Blob(4), ScenarioJson.Default.DutyLaunch),
            NotFor = Id(row, 5),
            Since = Moment(row.Int64(6)),
        },
        Standing = (DutyStanding)row.Int32(7),
        Rounds = row.Int32(8),
        Tried = [.. DeskJson.Read(row.Blob(9), DutyLists.Default.GuidArray).Select(id => new OperatorId(id))],
        Calling = Id(row, 10),
        NextAt = row.IsNull(11) ? null : Moment(row.Int64(11)),
        TakenBy = Id(row, 12),
        EndedAt = row.IsNull(13) ? null : Moment(row.Int64(13)),
        Calls = [.. DeskJson.Read(row.Blob(14), DutyLists.Default.Int64Array).Select(Moment)],
    };

    private static OperatorId? Id(SqliteStatement row, int column) => row.IsNull(column) ? null : new OperatorId(row.Guid(column));

    private static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);
}

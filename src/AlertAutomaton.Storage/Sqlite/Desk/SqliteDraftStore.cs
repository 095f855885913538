using System.Text.Json;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Storage.Sqlite.Connections;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>What waits for a second person, in the desk's database.</summary>
public sealed class SqliteDraftStore(DeskDatabase database) : IDraftStore
{
    /// <inheritdoc/>
    public Task<Draft?> GetAsync(DraftId id, CancellationToken ct) => database.ReadAsync(
        reader =>
        {
            SqliteStatement row = reader.Query("DraftById").Bind(1, id.Value);
            return row.Read() ? Read(row) : null;
        },
        ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Draft>> ListOpenAsync(OrganisationId? organisation, CancellationToken ct) => database.ReadAsync<IReadOnlyList<Draft>>(
        reader =>
        {
            SqliteStatement row = BindId(reader.Query("OpenDrafts"), 1, organisation?.Value);
            var open = new List<Draft>();
            while (row.Read())
            {
                open.Add(Read(row));
            }

            return open;
        },
        ct);

    /// <inheritdoc/>
    public Task<bool> SaveAsync(Draft draft, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            SqliteStatement row = session.Query(draft.Version == 0 ? "AddDraft" : "ChangeDraft")
                .Bind(1, session.NumberOf(draft.Organisation)).Bind(2, draft.Id.Value).Bind(3, draft.Version)
                .Bind(4, JsonSerializer.SerializeToUtf8Bytes(draft.Content, ScenarioJson.Default.DraftContent)).Bind(5, (long)draft.Kind).Bind(6, draft.Title)
                .Bind(7, draft.Households).Bind(8, draft.SubmittedBy.Value).Bind(9, (long)draft.State).Bind(10, draft.SubmittedAt?.UtcTicks)
                .Bind(11, draft.OverrideAt?.UtcTicks).Bind(13, draft.DecidedAt?.UtcTicks).Bind(14, draft.ByOverride ? 1 : 0).Bind(15, draft.Reason);
            BindId(BindId(row, 12, draft.DecidedBy?.Value), 16, draft.Alert?.Value).Run();
            return session.Changes == 1;
        },
        ct);

    private static SqliteStatement BindId(SqliteStatement row, int index, Guid? id) => id is { } value ? row.Bind(index, value) : row.Bind(index, (long?)null);

    private static Draft Read(SqliteStatement row) => new()
    {
        Id = new DraftId(row.Guid(0)),
        Organisation = new OrganisationId(row.Guid(1)),
        Version = row.Int32(2),
        Content = DeskJson.Read(row.Blob(3), ScenarioJson.Default.DraftContent),
        Kind = (AlertKind)row.Int32(4),
        Title = row.Text(5),
        Households = row.Int32(6),
        SubmittedBy = new OperatorId(row.Guid(7)),
        State = (DraftState)row.Int32(8),
        SubmittedAt = Time(row, 9),
        OverrideAt = Time(row, 10),
        DecidedBy = row.IsNull(11) ? null : new OperatorId(row.Guid(11)),
        DecidedAt = Time(row, 12),
        ByOverride = row.Int32(13) != 0,
        Reason = row.IsNull(14) ? null : row.Text(14),
        Alert = row.IsNull(15) ? null : new AlertId(row.Guid(15)),
    };

    private static DateTimeOffset? Time(SqliteStatement row, int column) => row.IsNull(column) ? null : new DateTimeOffset(row.Int64(column), TimeSpan.Zero);
}

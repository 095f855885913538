using System.Text.Json;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Storage.Sqlite.Connections;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>Scenarios in the desk's database.</summary>
public sealed class SqliteScenarioStore(DeskDatabase database) : IScenarioStore
{
    /// <inheritdoc/>
    public Task<Scenario?> FindAsync(OrganisationId organisation, int number, CancellationToken ct) => database.ReadAsync(
        reader => One(reader.Query("ScenarioByNumber").Bind(1, organisation.Value).Bind(2, number)), ct);

    /// <inheritdoc/>
    public Task<Scenario?> GetAsync(ScenarioId id, CancellationToken ct) => database.ReadAsync(reader => One(reader.Query("ScenarioById").Bind(1, id.Value)), ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Scenario>> ListAsync(OrganisationId organisation, CancellationToken ct) => database.ReadAsync<IReadOnlyList<Scenario>>(
        reader =>
        {
            SqliteStatement row = reader.Query("Scenarios").Bind(1, organisation.Value);
            var all = new List<Scenario>();
            while (row.Read())
            {
                all.Add(DeskJson.Read(row.Blob(0), ScenarioJson.Default.Scenario));
            }

            return all;
        },
        ct);

    /// <inheritdoc/>
    public Task<bool> SaveAsync(Scenario scenario, CancellationToken ct)
    {
        byte[] payload = PayloadOf(scenario);
        return database.WriteAsync(session => Write(session, scenario, payload), ct);
    }

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(ScenarioId id, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            session.Query("RemoveScenario").Bind(1, id.Value).Run();
            return session.Changes > 0;
        },
        ct);

    internal static byte[] PayloadOf(Scenario scenario) => JsonSerializer.SerializeToUtf8Bytes(scenario, ScenarioJson.Default.Scenario);

    /// <returns>False when another scenario of the organisation has the number.</returns>
    internal static bool Write(DeskWriteSession session, Scenario scenario, byte[] payload)
    {
        long organisation = session.NumberOf(scenario.Organisation);
        if (session.Query("ScenarioNumberTaken").Bind(1, organisation).Bind(2, scenario.Number).Bind(3, scenario.Id.Value).Read())
        {
            return false;
        }

        session.Query("SaveScenario").Bind(1, organisation).Bind(2, scenario.Id.Value).Bind(3, scenario.Number).Bind(4, payload).Run();
        return true;
    }

    private static Scenario? One(SqliteStatement row) => row.Read() ? DeskJson.Read(row.Blob(0), ScenarioJson.Default.Scenario) : null;
}

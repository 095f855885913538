using AlertAutomaton.Alerting.Scenarios;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>Files of lists and scenarios, taken over into the desk's database in one transaction each.</summary>
public sealed class SqliteScenarioImportStore(DeskDatabase database) : IScenarioImportStore
{
    /// <inheritdoc/>
    public async Task<bool> SaveAsync(IReadOnlyList<ContactList> lists, IReadOnlyList<Scenario> scenarios, CancellationToken ct)
    {
        // Outside the transaction: large lists take their time.
        var listPayloads = lists.Select(list => (List: list, Payload: SqliteContactListStore.PayloadOf(list))).ToList();
        var scenarioPayloads = scenarios.Select(scenario => (Scenario: scenario, Payload: SqliteScenarioStore.PayloadOf(scenario))).ToList();
        try
        {
            return await database.WriteAsync(
                session =>
                {
                    // Two groups may change numbers with each other: what the file renumbers is free before anything is judged.
                    foreach (ContactList list in lists)
                    {
                        session.Query("ReleaseContactListNumber").Bind(1, session.NumberOf(list.Organisation)).Bind(2, list.Name).Run();
                    }

                    Take(listPayloads.TrueForAll(one => SqliteContactListStore.Write(session, one.List, one.Payload)));
                    Take(scenarioPayloads.TrueForAll(one => SqliteScenarioStore.Write(session, one.Scenario, one.Payload)));
                    return true;
                },
                ct);
        }
        catch (NumberTakenException)
        {
            return false;
        }
    }

    private static void Take(bool written)
    {
        if (!written)
        {
            throw new NumberTakenException();
        }
    }

    /// <summary>Rolls the transaction back; never seen outside.</summary>
    private sealed class NumberTakenException : Exception;
}

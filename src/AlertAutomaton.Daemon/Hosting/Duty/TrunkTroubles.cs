using AlertAutomaton.Alerting.Duty;

namespace AlertAutomaton.Daemon.Hosting.Duty;

/// <summary>
/// From the state of the trunks to readings. While all are down that is said once, for all of them: a trunk that went down with the others is
/// named only when one of them is up again. For one reader.
/// </summary>
internal sealed class TrunkTroubles
{
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    public IEnumerable<SystemReading> Read(IReadOnlyList<(string Name, bool IsDown)> trunks)
    {
        var allDown = trunks.Count > 0 && trunks.All(trunk => trunk.IsDown);
        foreach (var (name, isDown) in trunks)
        {
            if (!isDown)
            {
                _named.Remove(name);
            }
            else if (!allDown)
            {
                _named.Add(name);
            }
        }

        return [new SystemReading(SystemComponent.AllTrunks, "", !allDown), .. _named.Select(name => new SystemReading(SystemComponent.Trunk, name, false))];
    }
}

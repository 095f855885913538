namespace AlertAutomaton.Telephony.Trunks;

/// <summary>Which trunks may carry a call to a number.</summary>
public sealed partial class TrunkLines
{
    /// <summary>
    /// The route for a number: an opaque key to give to <see cref="TryReserve"/>, empty when no trunk serves the number.
    /// </summary>
    /// <param name="e164">The number, E.164 with '+'.</param>
    /// <param name="callerId">The caller id that the recipient saw before, so that it stays the same; null for the first call.</param>
    /// <param name="avoidTrunk">A trunk that has just failed for this number; used only when no other serves it.</param>
    /// <remarks>A caller id that no trunk shows any more is given up: being called by another number is better than not being warned.</remarks>
    public string RouteOf(string e164, string? callerId = null, string? avoidTrunk = null)
    {
        ulong mask = 0;
        for (int trunk = 0; trunk < _trunks.Length; trunk++)
        {
            mask |= _trunks[trunk].Serves(e164) ? 1UL << trunk : 0;
        }

        if (mask == 0)
        {
            return string.Empty;
        }

        // Asked for every recipient of an alert: the same few answers again and again.
        (ulong, string?, string?) question = (mask, callerId, avoidTrunk);
        if (_answers.TryGetValue(question, out string? known))
        {
            return known;
        }

        string route = BuildRoute(mask, callerId, avoidTrunk);
        if (_answers.Count < MostAnswers)
        {
            _answers.TryAdd(question, route);
        }

        return route;
    }

    /// <summary>What the usable trunks of a route carry as configured or learnt: calls at once, and new calls per second.</summary>
    public (int Lines, double CallsPerSecond) CapacityOf(string route)
    {
        TrunkRoute parsed = Find(route);
        lock (_gate)
        {
            int lines = 0;
            double pace = 0;
            foreach (TrunkState trunk in parsed.Trunks)
            {
                lines += trunk.OutgoingChannels;
                pace += trunk.Options.CallsPerSecond;
            }

            return (lines, pace);
        }
    }

    private string BuildRoute(ulong mask, string? callerId, string? avoidTrunk)
    {
        List<TrunkState> serving = [.. _trunks.Where((_, index) => (mask & (1UL << index)) != 0)];
        bool kept = callerId is not null && serving.Exists(trunk => trunk.Presents(callerId));
        List<TrunkState> same = kept ? serving.FindAll(trunk => trunk.Presents(callerId!)) : serving;
        List<TrunkState> first = same.FindAll(trunk => !string.Equals(trunk.Options.Name, avoidTrunk, StringComparison.Ordinal));
        if (first.Count == 0)
        {
            first = same;
        }

        var route = new TrunkRoute(kept ? callerId : null, first, serving.FindAll(trunk => !first.Contains(trunk)));
        string key = route.ToString();
        _routes.TryAdd(key, route);
        return key;
    }

    /// <summary>The route behind a key, also behind one that was written down by an earlier process.</summary>
    private TrunkRoute Find(string route) => _routes.TryGetValue(route, out TrunkRoute? known) ? known : TrunkRoute.Parse(route, _byName);
}

using AlertAutomaton.Benchmarks.Measure;
using AlertAutomaton.Benchmarks.Peers;

namespace AlertAutomaton.Benchmarks.Sms;

/// <summary>
/// submit_sm per second with receipts over one session, beside node-smpp's client at the same sink: rounds of both in turn, the median of each.
/// </summary>
internal static class SmsBenchmark
{
    private const int Rounds = 3;
    private const int WarmUp = 5_000;

    public static async Task RunAsync(FigureTable table, int messages)
    {
        using PeerLink plain = await PeerLink.StartAsync("peer-sms");
        using PeerLink server = await PeerLink.StartAsync("peer-sms-server");
        double plainTop = TopOf(plain, messages);
        double serverTop = TopOf(server, messages);
        table.Add(new Figure("submit_sm with receipts that the plain sink takes, window 50", plainTop, "per s"));
        table.Add(new Figure("the same, the product's server as sink", serverTop, "per s"));
        PeerLink sink = plainTop >= serverTop ? plain : server;
        bool hasNode = NodeLoad.IsInstalled;
        if (!hasNode)
        {
            await Console.Error.WriteLineAsync("  node-smpp is not installed: no baseline (tests/run installs it)");
        }

        foreach (int window in new[] { 1, 10, 50 })
        {
            List<SmsLoad> here = [];
            List<SmsLoad> node = [];
            for (int round = 0; round < Rounds; round++)
            {
                if (hasNode)
                {
                    node.Add(await NodeLoad.RunAsync(sink.Port, window, WarmUp, messages));
                }

                here.Add(await SmsClientLoad.RunAsync(sink.Port, window, WarmUp, messages));
            }

            table.Add(new Figure($"submit_sm with receipts, window {window}", Median(here, load => load.PerSecond)!.Value, "per s", Median(node, load => load.PerSecond), "≥ node-smpp"));
            table.Add(new Figure(
                "the same: CPU per message", Median(here, load => load.CpuMicroseconds)!.Value, "µs", Median(node, load => load.CpuMicroseconds), "≤ 60 µs"));
            table.Add(new Figure("the same: messages without response or receipt", here.Sum(load => load.Failed), "", null, "0"));
        }
    }

    private static double TopOf(PeerLink sink, int messages)
    {
        PlainSubmitLoad.Run(sink.Port, 50, WarmUp);
        return PlainSubmitLoad.Run(sink.Port, 50, 10 * messages).PerSecond;
    }

    private static double? Median(List<SmsLoad> loads, Func<SmsLoad, double> figure) =>
        loads.Count == 0 ? null : loads.Select(figure).Order().ElementAt(loads.Count / 2);
}

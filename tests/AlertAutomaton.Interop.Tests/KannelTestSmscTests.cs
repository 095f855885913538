using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;
using AlertAutomaton.Smpp.Client;

namespace AlertAutomaton.Interop.Tests;

/// <summary>The product's client at the SMSC that Kannel's authors test their own client with.</summary>
public sealed class KannelTestSmscTests : IDisposable
{
    private const int Messages = 20;
    private readonly string _folder = Directory.CreateTempSubdirectory("alertautomaton-drive-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Texts_are_taken_without_ids_and_all_that_it_asks_is_answered()
    {
        await using KannelTestSmsc smsc = await KannelTestSmsc.StartAsync(Messages, _folder);
        SmppClientOptions options = GatewayRun.Options(smsc.Port) with { BindMode = SmppBindMode.TransmitterAndReceiver };
        SmppClientCounts counts;
        await using (GatewayRun run = await GatewayRun.StartBoundAsync(options, () => smsc.Output))
        {
            SubmitResult[] results = await Task.WhenAll(Enumerable.Range(0, Messages).Select(home => run.SubmitAsync($"+336399803{home:00}", $"Exercice {home}")));
            Assert.All(results, result => Assert.True(result.Kind == SubmitResultKind.Accepted, result.Text));
            Assert.All(results, result => Assert.Equal("", Assert.Single(result.MessageIds)));

            // Its deliver_sm carry a receipted_message_id, but tell no state.
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            long start = TimeProvider.System.GetTimestamp();
            while ((counts = run.Client.Snapshot().Counts).Unreadable < Messages)
            {
                Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(60), $"{counts}\n{smsc.Output}");
                await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            }

            Assert.True(run.Client.Snapshot() is { IsBound: true, IsReceiving: true });
        }

        await smsc.WaitAsync("Handling SMPP PDU of type unbind");
        Assert.Equal((0, 0), (counts.Refused, counts.SegmentsUnknown));
        for (int home = 0; home < Messages; home++)
        {
            Assert.Contains($"short_message = <Exercice {home}>", smsc.Output, StringComparison.Ordinal);
        }

        Assert.Contains("All messages sent to ESME.", smsc.Output, StringComparison.Ordinal);
        Assert.Contains("ESME has submitted all messages to SMSC.", smsc.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled SMPP PDU", smsc.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("PDU unpacking failed", smsc.Output, StringComparison.Ordinal);
    }
}

using System.Text;
using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;
using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Tracing;

namespace AlertAutomaton.Interop.Tests;

/// <summary>Kannel's bearerbox is the client of the product's SMPP server.</summary>
public sealed class KannelTests : IDisposable
{
    private const string Short = "Exercice: [répondez] 1 €";
    private const string Arabic = "اضغط ١ إذا كنت بخير 👍";
    private static readonly string Long = Short + string.Concat(Enumerable.Repeat(" à l'abri", 30));
    private static readonly string LongArabic = string.Concat(Enumerable.Repeat(Arabic, 5));
    private readonly string _folder = Directory.CreateTempSubdirectory("alertautomaton-kannel-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_Kannel_sends_is_read_and_it_hears_of_the_delivery(bool transceiver)
    {
        KannelGateway? kannel = null;
        string Said() => kannel?.Output ?? "";
        await using TownSmsc smsc = TownSmsc.Start(Said);
        using var inbox = new HttpInbox(Said);
        await using (kannel = await KannelGateway.StartAsync(_folder, smsc.Port, transceiver, inbox.Port))
        {
            IReadOnlyList<BindRequest> binds = await smsc.Binds.WaitAsync(transceiver ? 1 : 2);
            Assert.All(binds, bind => Assert.Equal((NodeSmsc.SystemId, "VMA", 0x34), (bind.SystemId, bind.SystemType, bind.InterfaceVersion)));
            (string Text, int Coding)[] sent = [(Short, 0), (Long, 0), (Arabic, 2), (LongArabic, 2)];
            for (int place = 0; place < sent.Length; place++)
            {
                await kannel.SendAsync($"+3363998000{place}", sent[place].Text, sent[place].Coding, $"http://127.0.0.1:{inbox.Port}/dlr?home={place}&type=%d");
            }

            IReadOnlyList<(string Id, string From, string To, string Text)> texts = await smsc.Texts.WaitAsync(sent.Length);
            Assert.Equal(
                sent.Select((text, place) => ("38001", $"3363998000{place}", text.Text)),
                texts.OrderBy(text => text.To, StringComparer.Ordinal).Select(text => (text.From, text.To, text.Text)));

            // 8 is the response of the SMSC, before which Kannel knows no receipt; then 1 is delivered and 2 is not.
            await inbox.WaitAsync(sent.Length, "home");
            Assert.Equal(CommandStatus.Ok, await smsc.SendReceiptAsync(texts.Single(text => text.To == "33639980000"), "DELIVRD"));
            Assert.Equal(CommandStatus.Ok, await smsc.SendReceiptAsync(texts.Single(text => text.To == "33639980002"), "EXPIRED"));
            var told = (await inbox.WaitAsync(sent.Length + 2, "home")).Select(query => (Text(query["home"]), Text(query["type"]))).ToArray();
            Assert.All(Enumerable.Range(0, sent.Length), place => Assert.Contains(($"{place}", "8"), told));
            Assert.Contains(("0", "1"), told);
            Assert.Contains(("2", "2"), told);
        }
    }

    [Fact]
    public async Task What_the_server_delivers_is_read_by_Kannel()
    {
        KannelGateway? kannel = null;
        string Said() => kannel?.Output ?? "";
        await using TownSmsc smsc = TownSmsc.Start(Said);
        using var inbox = new HttpInbox(Said);
        await using (kannel = await KannelGateway.StartAsync(_folder, smsc.Port, transceiver: true, inbox.Port))
        {
            await smsc.Trace.WaitAsync(1, SmppTraceDirection.Received, nameof(CommandId.EnquireLink));
            string[] replies = ["OK", Short, Arabic];
            foreach (string reply in replies)
            {
                await smsc.ReplyAsync("+33639980001", "38001", reply);
            }

            IReadOnlyList<IReadOnlyDictionary<string, byte[]>> brought = await inbox.WaitAsync(replies.Length, "text");
            Assert.All(brought, query => Assert.Equal(("+33639980001", "38001"), (Text(query["from"]), Text(query["to"]))));
            Assert.Equal(
                replies.Order(StringComparer.Ordinal),
                brought.Select(query => Text(query["coding"]) == "2" ? Encoding.BigEndianUnicode.GetString(query["text"]) : Text(query["text"])).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Both_ask_whether_the_link_lives_and_Kannel_leaves_with_unbind()
    {
        KannelGateway? kannel = null;
        string Said() => kannel?.Output ?? "";
        await using TownSmsc smsc = TownSmsc.Start(Said);
        using var inbox = new HttpInbox(Said);
        await using (kannel = await KannelGateway.StartAsync(_folder, smsc.Port, transceiver: true, inbox.Port))
        {
            await smsc.Trace.WaitAsync(3, SmppTraceDirection.Received, nameof(CommandId.EnquireLink));
            await smsc.Trace.WaitAsync(3, SmppTraceDirection.Sent, nameof(CommandId.EnquireLinkResp));
            Assert.Single(smsc.Binds.All);
            Assert.Empty(smsc.Ends.All);
            await kannel.ShutDownAsync();
            Assert.Equal("the client unbound", Assert.Single(await smsc.Ends.WaitAsync(1)));
        }
    }

    private static string Text(byte[] octets) => Encoding.UTF8.GetString(octets);
}

using System.Text.Json;
using AlertAutomaton.Interop.Tests.Runs;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>Net::SMPP, which reads and writes PDUs for a second opinion.</summary>
internal sealed class NetSmppOpinion : IAsyncDisposable
{
    private const string Module = "/usr/share/perl5/Net/SMPP.pm";
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private readonly PeerProcess _process;
    private readonly Gathering<string> _answers;
    private int _asked;

    private NetSmppOpinion(PeerProcess process, Gathering<string> answers)
    {
        (_process, _answers) = (process, answers);
    }

    public static NetSmppOpinion Start()
    {
        string perl = PeerProgram.Require("perl");
        Assert.SkipUnless(File.Exists(Module), "Net::SMPP is not installed");
        PeerProcess? process = null;
        var answers = new Gathering<string>(() => process?.Output ?? "");
        process = PeerProcess.Start(perl, ["second-opinion.pl"], Path.Combine(AppContext.BaseDirectory, "NetSmpp"), answers.Add);
        return new NetSmppOpinion(process, answers);
    }

    /// <summary>What Net::SMPP reads in a PDU.</summary>
    public async Task<PduFields> ReadAsync(byte[] pdu) => JsonSerializer.Deserialize<PduFields>(await AskAsync("decode " + Convert.ToHexString(pdu)), Web)!;

    /// <summary>The PDU that Net::SMPP writes.</summary>
    public async Task<byte[]> WriteAsync(PduFields fields)
    {
        string request = JsonSerializer.Serialize(
            new
            {
                fields.Command,
                fields.Status,
                fields.Sequence,
                fields.Fields,
                tlvs = fields.Tlvs.Select(tlv => new object[] { int.Parse(tlv.Key, System.Globalization.CultureInfo.InvariantCulture), tlv.Value }),
            },
            Web);
        JsonElement answer = JsonElement.Parse(await AskAsync("encode " + request));
        Assert.True(answer.TryGetProperty("hex", out JsonElement hex), answer.ToString());
        return Convert.FromHexString(hex.GetString()!);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private async Task<string> AskAsync(string line)
    {
        await _process.WriteLineAsync(line);
        string answer = (await _answers.WaitAsync(++_asked))[_asked - 1];
        Assert.DoesNotContain("\"error\"", answer, StringComparison.Ordinal);
        return answer;
    }
}

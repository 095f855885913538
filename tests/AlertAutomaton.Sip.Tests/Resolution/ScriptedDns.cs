using System.Net;
using AlertAutomaton.Sip.Resolution.Dns;

namespace AlertAutomaton.Sip.Tests.Resolution;

/// <summary>A zone in memory that answers as a recursive server would; servers can be made silent, refusing or truncating.</summary>
internal sealed class ScriptedDns : IDnsTransport
{
    private readonly List<DnsRecord> _zone = [];
    private readonly Lock _lock = new();

    public List<(IPEndPoint Server, DnsQuestion Question, bool OverTcp)> Asked { get; } = [];

    public HashSet<IPEndPoint> Unreachable { get; } = [];

    public HashSet<IPEndPoint> Silent { get; } = [];

    public HashSet<IPEndPoint> Failing { get; } = [];

    /// <summary>Released each time a silent server was asked, that is, when the code under test waits for the clock.</summary>
    public SemaphoreSlim SilenceReached { get; } = new(0);

    public bool Truncates { get; set; }

    public bool ForgesFirst { get; set; }

    public TimeSpan TimeToLive { get; set; } = TimeSpan.FromSeconds(60);

    public ScriptedDns Host(string name, params string[] addresses)
    {
        _zone.AddRange(addresses.Select(address => new DnsRecord.Address(name, TimeToLive, IPAddress.Parse(address))));
        return this;
    }

    public ScriptedDns Alias(string name, string target) => Add(new DnsRecord.Alias(name, TimeToLive, target));

    public ScriptedDns Service(string name, ushort priority, ushort weight, ushort port, string target) =>
        Add(new DnsRecord.Service(name, TimeToLive, priority, weight, port, target));

    public ScriptedDns Pointer(string name, ushort order, string services, string replacement) =>
        Add(new DnsRecord.Pointer(name, TimeToLive, order, 0, "s", services, string.Empty, replacement));

    public void Clear() => _zone.Clear();

    public async Task<byte[]?> QueryAsync(
        IPEndPoint server, ReadOnlyMemory<byte> query, bool overTcp, Func<ReadOnlyMemory<byte>, bool> isAnswer, CancellationToken cancellationToken)
    {
        Assert.True(DnsMessage.TryParse(query.Span, out var asked));
        lock (_lock)
        {
            Asked.Add((server, asked!.Question, overTcp));
        }

        if (Unreachable.Contains(server))
        {
            return null;
        }

        if (Silent.Contains(server))
        {
            var never = new TaskCompletionSource<byte[]?>(TaskCreationOptions.RunContinuationsAsynchronously);
            SilenceReached.Release();
            using var registration = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
            return await never.Task;
        }

        if (ForgesFirst)
        {
            Assert.False(isAnswer(DnsMessageTests.Write(Answer(asked) with { Id = (ushort)(asked.Id + 1) })));
            Assert.False(isAnswer(DnsMessageTests.Write(Answer(asked) with { Question = asked.Question with { Name = "other.example" } })));
        }

        var answer = Failing.Contains(server)
            ? new DnsMessage { Id = asked.Id, IsResponse = true, Question = asked.Question, ResponseCode = DnsResponseCode.ServerFailure }
            : Truncates && !overTcp ? Answer(asked) with { IsTruncated = true, Answers = [] } : Answer(asked);
        var bytes = DnsMessageTests.Write(answer);
        return isAnswer(bytes) ? bytes : null;
    }

    private DnsMessage Answer(DnsMessage asked)
    {
        var names = new HashSet<string> { asked.Question.Name };
        foreach (var alias in _zone.OfType<DnsRecord.Alias>().Where(alias => names.Contains(alias.Name)))
        {
            names.Add(alias.Target);
        }

        return new DnsMessage
        {
            Id = asked.Id, IsResponse = true, Question = asked.Question, Answers = [.. _zone.Where(record => names.Contains(record.Name))],
        };
    }

    private ScriptedDns Add(DnsRecord record)
    {
        _zone.Add(record);
        return this;
    }
}

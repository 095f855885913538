using AlertAutomaton.Benchmarks.Calls;
using AlertAutomaton.Benchmarks.Journal;
using AlertAutomaton.Benchmarks.Measure;
using AlertAutomaton.Benchmarks.Micro;
using AlertAutomaton.Benchmarks.Rtp;
using AlertAutomaton.Benchmarks.Sms;

// A verb per measurement; the peer verbs are the far sides, started by the measurements themselves.
string verb = args.FirstOrDefault() ?? "all";
bool brief = args.Contains("--short", StringComparer.Ordinal);
if (verb == "peer-rtp")
{
    return RtpMirror.Run();
}

if (verb == "peer-calls")
{
    return await CallPeer.RunAsync();
}

if (verb == "peer-sms")
{
    return PlainSink.Run();
}

if (verb == "peer-sms-server")
{
    return await SmsServerSink.RunAsync();
}

if (verb == "measure-memory")
{
    return await MemoryMeasure.RunAsync();
}

var table = new FigureTable();
if (verb is "all" or "micro")
{
    MicroBenchmarks.Run(table);
}

if (verb is "all" or "calls")
{
    await CallBenchmark.RunAsync(table, brief ? 2_000 : 10_000);
}

if (verb is "all" or "rtp")
{
    await RtpBenchmark.RunAsync(table, brief ? [100] : [100, 500, 1_000, 1_500], TimeSpan.FromSeconds(brief ? 3 : 10));
}

if (verb is "all" or "sms")
{
    await SmsBenchmark.RunAsync(table, brief ? 5_000 : 30_000);
}

if (verb is "all" or "journal")
{
    await JournalBenchmark.RunAsync(table, TimeSpan.FromSeconds(brief ? 3 : 10), brief ? 100_000 : 1_000_000);
}

table.Print(Console.Out);
string? file = args.SkipWhile(argument => argument != "--json").Skip(1).FirstOrDefault();
if (file is not null)
{
    table.WriteJson(file);
}

return 0;

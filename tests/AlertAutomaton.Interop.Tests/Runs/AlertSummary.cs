using System.Text.Json;

namespace AlertAutomaton.Interop.Tests.Runs;

/// <summary>The JSON summary that <c>alertautomaton send --wait --json</c> prints.</summary>
internal sealed record AlertSummary(
    int Recipients, int Confirmed, int ProbablyHeard, int VoicemailOnly, int Unreached, int Attempts, double DurationSeconds, double ForecastSeconds, int PeakCalls, string Text)
{
    public static AlertSummary Parse(string output)
    {
        int start = output.IndexOf('{', StringComparison.Ordinal);
        Assert.True(start >= 0, $"no JSON in what the command printed:\n{output}");
        using JsonDocument document = JsonDocument.Parse(output[start..(output.LastIndexOf('}') + 1)]);
        JsonElement root = document.RootElement;
        int Whole(string name) => root.GetProperty(name).GetInt32();
        return new AlertSummary(
            Whole("recipients"), Whole("confirmed"), Whole("probablyHeard"), Whole("voicemailOnly"), Whole("unreached"), Whole("attempts"),
            root.GetProperty("durationSeconds").GetDouble(), root.GetProperty("forecast").GetProperty("totalSeconds").GetDouble(), Whole("peakCalls"), output);
    }
}

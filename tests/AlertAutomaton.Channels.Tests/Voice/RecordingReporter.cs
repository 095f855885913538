using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Channels.Tests.Voice;

/// <summary>Writes down, in the story of the call, what the script reports.</summary>
internal sealed class RecordingReporter(List<string> story) : IAttemptReporter
{
    public bool StoreWorks { get; set; } = true;

    public Task AnsweredAsync(string dialogIdentity) => Note("answered");

    public Task HeardAsync() => Note("heard");

    public Task KeyPressedAsync(char key) => Note($"key {key}");

    public Task<bool> AcknowledgeAsync(AcknowledgementOption option)
    {
        story.Add(StoreWorks ? $"on disk: {option}" : "disk failed");
        return Task.FromResult(StoreWorks);
    }

    private Task Note(string what)
    {
        story.Add(what);
        return Task.CompletedTask;
    }
}

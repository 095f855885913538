using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Lab.Tests.Channels;

/// <summary>A store whose disk answers when the test says so.</summary>
internal sealed class GatedReporter : IAttemptReporter
{
    public TaskCompletionSource<AcknowledgementOption> Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource<bool> OnDisk { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static GatedReporter Quick()
    {
        var reporter = new GatedReporter();
        reporter.OnDisk.SetResult(true);
        return reporter;
    }

    public Task AnsweredAsync(string dialogIdentity) => Task.CompletedTask;

    public Task HeardAsync() => Task.CompletedTask;

    public Task KeyPressedAsync(char key) => Task.CompletedTask;

    public Task<bool> AcknowledgeAsync(AcknowledgementOption option)
    {
        Asked.TrySetResult(option);
        return OnDisk.Task;
    }
}

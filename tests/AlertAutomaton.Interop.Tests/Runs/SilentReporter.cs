using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Interop.Tests.Runs;

/// <summary>A reporter for attempts during which nothing can be reported.</summary>
internal sealed class SilentReporter : IAttemptReporter
{
    public Task AnsweredAsync(string dialogIdentity) => Task.CompletedTask;

    public Task HeardAsync() => Task.CompletedTask;

    public Task KeyPressedAsync(char key) => Task.CompletedTask;

    public Task<bool> AcknowledgeAsync(AcknowledgementOption option) => Task.FromResult(true);
}

using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Channels.Tests.Sms;

/// <summary>A text reports nothing while it is handed over.</summary>
internal sealed class NoReporter : IAttemptReporter
{
    public Task AnsweredAsync(string dialogIdentity) => throw new InvalidOperationException("A text is not answered.");

    public Task HeardAsync() => throw new InvalidOperationException("A text is not heard.");

    public Task KeyPressedAsync(char key) => throw new InvalidOperationException("A text has no keys.");

    public Task<bool> AcknowledgeAsync(AcknowledgementOption option) => throw new InvalidOperationException("A text is not acknowledged while it is sent.");
}

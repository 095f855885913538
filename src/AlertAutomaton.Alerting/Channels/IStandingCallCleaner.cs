namespace AlertAutomaton.Alerting.Channels;

/// <summary>Hangs up the calls that a dead process left standing.</summary>
public interface IStandingCallCleaner
{
    /// <summary>Sends the hang-up. Failures are logged by the implementation: the attempt is closed in any case.</summary>
    /// <param name="dialogIdentity">What <see cref="IAttemptReporter.AnsweredAsync"/> was given.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Completes when the far end has answered or the try is over.</returns>
    Task HangUpAsync(string dialogIdentity, CancellationToken ct);
}

namespace AlertAutomaton.Alerting.Delivery;

/// <summary>Make an attempt.</summary>
/// <param name="Lane">The lane of the policy, from 0.</param>
/// <param name="PointIndex">The point, from 0.</param>
/// <param name="NotBefore">The earliest moment; never before the moment of planning.</param>
/// <param name="AvoidLine">The line on which the network has just failed; null when there is none.</param>
/// <param name="LeaveVoicemail">True when a machine that answers should be left the message.</param>
public sealed record AttemptStep(int Lane, int PointIndex, DateTimeOffset NotBefore, string? AvoidLine, bool LeaveVoicemail) : DeliveryStep
{
    /// <summary>When a lane of another channel has something to do: not to be missed while this attempt waits for a line. Null when none has.</summary>
    public DateTimeOffset? OtherChannelAt { get; init; }
}

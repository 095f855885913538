namespace AlertAutomaton.Smpp.Client;

/// <summary>A gateway became bound or not.</summary>
/// <param name="snapshot">How it stands now.</param>
public sealed class SmppClientChangedEventArgs(SmppClientSnapshot snapshot) : EventArgs
{
    /// <summary>How it stands now.</summary>
    public SmppClientSnapshot Snapshot { get; } = snapshot;
}

namespace AlertAutomaton.Telephony.Calls;

/// <summary>How one call is placed and what bounds it.</summary>
public sealed record PlaceOptions
{
    /// <summary>How long it may ring before it is withdrawn and counted as not answered, 5-180 s.</summary>
    public TimeSpan RingTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest the answered call may last, whatever happens in it.</summary>
    public TimeSpan LongestTalk { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The most keys that are taken in one call; a key storm ends the taking, not the call.</summary>
    public int MostKeys { get; init; } = 50;

    /// <summary>True to label answering machines and to listen for their beep.</summary>
    public bool ListenForMachines { get; init; } = true;

    /// <summary>
    /// Keeps the answered call on disk before the far end hears that its answer arrived (ACK): it gets what
    /// <see cref="TelephonyService.HangUpStandingAsync"/> needs in a later process. The call begins when the task is done, after one
    /// second at the latest. Called once at most, must not block; null keeps nothing.
    /// </summary>
    public Func<string, Task>? KeepAnswer { get; init; }
}

namespace AlertAutomaton.Sip.Transactions;

/// <summary>One moment that a transaction or a dialog waits for; armed and disarmed through <see cref="DeadlineQueue"/>.</summary>
/// <param name="owner">Who is told when it passes.</param>
internal sealed class Deadline(IDeadlineOwner owner)
{
    /// <summary>Who is told when it passes.</summary>
    public IDeadlineOwner Owner { get; } = owner;

    /// <summary>What it was armed for; meaningful to the owner only.</summary>
    public int Kind { get; internal set; }

    /// <summary>The monotonic moment it was armed for.</summary>
    public TimeSpan Due { get; internal set; }

    /// <summary>Its place in the heap, or −1 while it is not armed.</summary>
    internal int Slot { get; set; } = -1;

    /// <summary>Whether it is armed.</summary>
    public bool IsArmed => Slot >= 0;
}

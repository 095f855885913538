using AlertAutomaton.Media.Transport;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Media.Pacing;

/// <summary>The members of one clock thread, by slot. Lists are replaced whole, so the thread reads them without a lock.</summary>
internal sealed class PaceWorker(DatagramIo io, ILogger logger)
{
    /// <summary>
    /// Members of a slot before another slot is used. Every waking finds the processor's caches cold, so few calls share one; many are spread,
    /// so that their packets do not leave in one long burst.
    /// </summary>
    public const int MembersPerSlot = 128;

    // Slots come into use far apart from each other.
    private static readonly int[] _orderOfUse = [0, 2, 4, 1, 3];

    private readonly Lock _gate = new();
    private readonly IPacedMember[][] _slots = CreateSlots();
    private int _members;

    /// <summary>The thread's own way to the network.</summary>
    public DatagramIo Io { get; } = io;

    /// <summary>Members in all slots.</summary>
    public int Members => Volatile.Read(ref _members);

    /// <summary>Told when the first member comes.</summary>
    public Action? Woken { get; set; }

    public PacePlace Add(IPacedMember member)
    {
        int emptiest;
        lock (_gate)
        {
            emptiest = 0;
            foreach (var slot in _orderOfUse.AsSpan(0, Math.Min(PaceSchedule.Slots, _members / MembersPerSlot + 1)))
            {
                if (_slots[slot].Length < _slots[emptiest].Length)
                    emptiest = slot;
            }

            Volatile.Write(ref _slots[emptiest], [.. _slots[emptiest], member]);
            Volatile.Write(ref _members, _members + 1);
        }

        Woken?.Invoke();
        return new PacePlace(this, emptiest);
    }

    public void Remove(IPacedMember member, int slot)
    {
        lock (_gate)
        {
            var left = Array.FindAll(_slots[slot], other => !ReferenceEquals(other, member));
            if (left.Length == _slots[slot].Length)
                return;
            Volatile.Write(ref _slots[slot], left);
            Volatile.Write(ref _members, _members - 1);
        }
    }

    public bool IsEmpty(int slot) => Volatile.Read(ref _slots[slot]).Length == 0;

    public void Run(int slot, long round)
    {
        foreach (var member in Volatile.Read(ref _slots[slot]))
        {
            try
            {
                member.OnRound(round, this);
            }
            catch (Exception failure)
            {
                // One call's fault must not silence the others on this thread.
                PaceLog.MemberFailed(logger, failure);
            }
        }
    }

    private static IPacedMember[][] CreateSlots()
    {
        var slots = new IPacedMember[PaceSchedule.Slots][];
        Array.Fill(slots, []);
        return slots;
    }
}

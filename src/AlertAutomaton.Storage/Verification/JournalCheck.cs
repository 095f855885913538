using System.Globalization;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Journal;

namespace AlertAutomaton.Storage.Verification;

/// <summary>Checks a journal entry by entry: no gap, the hash right, the payload readable, the event possible after those before.</summary>
internal sealed class JournalCheck(AlertId alert)
{
    private ReadOnlyMemory<byte> _hash = JournalChain.Genesis;

    public AlertReplay Replay { get; } = new();

    public long Entries { get; private set; }

    public string FinalHash => Convert.ToHexStringLower(_hash.Span);

    /// <summary>What is wrong with the next entry; null when it is sound.</summary>
    public VerificationFault? Next(JournalEntry entry, int? line = null)
    {
        string? what = WhatIsWrong(entry);
        if (what is not null)
        {
            return new VerificationFault(Place(line), what, Entries + 1, line);
        }

        Entries = entry.Sequence;
        _hash = entry.Hash;
        return null;
    }

    private string? WhatIsWrong(JournalEntry entry)
    {
        if (entry.Alert != alert)
        {
            return $"it belongs to alert {entry.Alert}";
        }

        if (entry.Sequence != Entries + 1)
        {
            return string.Create(CultureInfo.InvariantCulture, $"entry {Entries + 1} is missing, entry {entry.Sequence} follows on {Entries}");
        }

        if (!JournalChain.Verify(entry, _hash.Span))
        {
            return "its hash does not fit its contents and the entry before it: one of them was changed after it was written";
        }

        if (!AlertEventCodec.TryRead(entry, out AlertEvent? happened, out string? unreadable))
        {
            return $"it cannot be read: {unreadable}";
        }

        return Replay.TryApply(happened!, out string? contradiction) ? null : $"it contradicts what came before: {contradiction}";
    }

    private string Place(int? line) => line is null
        ? string.Create(CultureInfo.InvariantCulture, $"entry {Entries + 1}")
        : string.Create(CultureInfo.InvariantCulture, $"line {line}, entry {Entries + 1}");
}

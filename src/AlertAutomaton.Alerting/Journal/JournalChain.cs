using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Journal;

/// <summary>
/// Chains the entries of one alert: hash(n) = SHA-256(hash(n−1) ‖ canonical bytes of entry n), hash(0) = 32 zero bytes. The canonical
/// bytes are a head of five lines in UTF-8, each ended by a line feed (alert, sequence, time in UTC ticks, kind, version), then the payload.
/// No head field can contain a line feed, so no two entries share their bytes.
/// </summary>
public static class JournalChain
{
    /// <summary>The length of a hash in bytes.</summary>
    public const int HashLength = SHA256.HashSizeInBytes;

    private static readonly byte[] GenesisBytes = new byte[HashLength];

    /// <summary>The hash before the first entry.</summary>
    public static ReadOnlyMemory<byte> Genesis => GenesisBytes;

    /// <summary>Makes the next entry of a journal.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="sequence">Its place, from 1.</param>
    /// <param name="previousHash">The hash of the entry before; <see cref="Genesis"/> for the first.</param>
    /// <returns>The entry, ready to store.</returns>
    public static JournalEntry Append(AlertEvent happened, long sequence, ReadOnlySpan<byte> previousHash)
    {
        var payload = AlertEventCodec.Write(happened, out var kind, out var version);
        return Append(happened, kind, version, payload, sequence, previousHash);
    }

    /// <summary>Makes the next entry of a journal from an event that was written down before, so that a store's one writer only has to hash.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="kind">Its kind, as <see cref="AlertEventCodec.Write"/> gave it.</param>
    /// <param name="version">The version of the payload's form.</param>
    /// <param name="payload">Its payload.</param>
    /// <param name="sequence">Its place, from 1.</param>
    /// <param name="previousHash">The hash of the entry before; <see cref="Genesis"/> for the first.</param>
    /// <returns>The entry, ready to store.</returns>
    public static JournalEntry Append(
        AlertEvent happened, string kind, int version, ReadOnlyMemory<byte> payload, long sequence, ReadOnlySpan<byte> previousHash)
    {
        var hash = Hash(previousHash, happened.Alert, sequence, happened.At, kind, version, payload.Span);
        return new JournalEntry
        {
            Alert = happened.Alert,
            Sequence = sequence,
            At = happened.At,
            Kind = kind,
            Version = version,
            Payload = payload,
            Hash = hash,
        };
    }

    /// <summary>Checks one entry against the hash before it.</summary>
    /// <param name="entry">The entry as stored.</param>
    /// <param name="previousHash">The hash of the entry before.</param>
    /// <returns>True when its hash is right.</returns>
    public static bool Verify(JournalEntry entry, ReadOnlySpan<byte> previousHash)
    {
        var hash = Hash(previousHash, entry.Alert, entry.Sequence, entry.At, entry.Kind, entry.Version, entry.Payload.Span);
        return CryptographicOperations.FixedTimeEquals(hash, entry.Hash.Span);
    }

    private static byte[] Hash(
        ReadOnlySpan<byte> previousHash, AlertId alert, long sequence, DateTimeOffset at, string kind, int version, ReadOnlySpan<byte> payload)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{alert.Value:D}\n{sequence}\n{at.UtcTicks}\n{kind}\n{version}\n");
        var length = previousHash.Length + Encoding.UTF8.GetByteCount(head) + payload.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        previousHash.CopyTo(buffer);
        var written = previousHash.Length + Encoding.UTF8.GetBytes(head, buffer.AsSpan(previousHash.Length));
        payload.CopyTo(buffer.AsSpan(written));
        var hash = SHA256.HashData(buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
        return hash;
    }
}

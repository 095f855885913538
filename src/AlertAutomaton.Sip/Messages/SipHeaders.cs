using System.Buffers;
using System.Collections;
using System.Text;

namespace AlertAutomaton.Sip.Messages;

/// <summary>
/// The header fields of a message in order, unknown ones included (RFC 3261 §7.3). Values received stay bytes until somebody asks for them.
/// Not safe for concurrent change.
/// </summary>
public sealed class SipHeaders : IEnumerable<SipHeader>
{
    private readonly byte[] _received;
    private Entry[] _entries;

    /// <summary>An empty collection.</summary>
    public SipHeaders()
        : this([], 12)
    {
    }

    internal SipHeaders(byte[] received, int capacity)
    {
        _received = received;
        _entries = new Entry[capacity];
    }

    /// <summary>The number of fields (a list in one field counts once).</summary>
    public int Count { get; private set; }

    /// <summary>Grows by each change; typed views cached elsewhere watch it.</summary>
    internal int Version { get; private set; }

    /// <summary>The field at this place.</summary>
    public SipHeader this[int index] => new(_entries[index].Name, TextAt(index));

    /// <summary>The first field of this name, whole (a list is not split), or null.</summary>
    public string? GetFirst(string name)
    {
        var index = IndexOf(name);
        return index < 0 ? null : TextAt(index);
    }

    /// <summary>All fields of this name, in order, whole.</summary>
    public IReadOnlyList<string> GetAll(string name)
    {
        name = SipHeaderNames.Normalise(name);
        List<string>? values = null;
        for (var i = 0; i < Count; i++)
        {
            if (Matches(i, name))
            {
                (values ??= []).Add(TextAt(i));
            }
        }

        return values ?? (IReadOnlyList<string>)[];
    }

    /// <summary>The comma-separated elements of all fields of this name, in order, trimmed; for Allow, Supported, Require and the like.</summary>
    public IReadOnlyList<string> GetList(string name)
    {
        List<string>? values = null;
        for (var i = IndexOf(name); i >= 0; i = IndexOf(name, i + 1))
        {
            var reader = new SipListReader(ValueAt(i));
            while (reader.Read())
            {
                if (!reader.Item.IsEmpty)
                {
                    (values ??= []).Add(Encoding.UTF8.GetString(reader.Item));
                }
            }
        }

        return values ?? (IReadOnlyList<string>)[];
    }

    /// <summary>Whether a field of this name is there.</summary>
    public bool Contains(string name) => IndexOf(name) >= 0;

    /// <summary>Adds a field at the end.</summary>
    /// <exception cref="ArgumentException">The name is not a token or the value holds a line break.</exception>
    public void Add(string name, string value) => Insert(Count, name, value);

    /// <summary>Adds a field before all others, as a Via is.</summary>
    /// <exception cref="ArgumentException">The name is not a token or the value holds a line break.</exception>
    public void Prepend(string name, string value) => Insert(0, name, value);

    /// <summary>Replaces all fields of this name by one, in the place of the first, or adds it.</summary>
    /// <exception cref="ArgumentException">The name is not a token or the value holds a line break.</exception>
    public void Set(string name, string value)
    {
        var index = IndexOf(name);
        if (index < 0)
        {
            Add(name, value);
            return;
        }

        CheckValue(value);
        _entries[index] = new Entry(_entries[index].Name, value, -1, 0);
        Version++;
        for (var i = IndexOf(name, index + 1); i >= 0; i = IndexOf(name, i))
        {
            RemoveAt(i);
        }
    }

    /// <summary>Replaces the first field of this name, leaving further ones, or adds it before all others.</summary>
    /// <exception cref="ArgumentException">The name is not a token or the value holds a line break.</exception>
    public void SetFirst(string name, string value)
    {
        var index = IndexOf(name);
        if (index < 0)
        {
            Prepend(name, value);
            return;
        }

        CheckValue(value);
        _entries[index] = new Entry(_entries[index].Name, value, -1, 0);
        Version++;
    }

    /// <summary>Removes all fields of this name; says how many there were.</summary>
    public int Remove(string name)
    {
        var removed = 0;
        for (var i = IndexOf(name); i >= 0; i = IndexOf(name, i))
        {
            RemoveAt(i);
            removed++;
        }

        return removed;
    }

    /// <summary>Copies all fields of this name from another message, in order, at the end.</summary>
    public void CopyFrom(SipHeaders other, string name)
    {
        for (var i = other.IndexOf(name); i >= 0; i = other.IndexOf(name, i + 1))
        {
            Insert(Count, other._entries[i].Name, other.TextAt(i));
        }
    }

    /// <inheritdoc />
    public IEnumerator<SipHeader> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal string NameAt(int index) => _entries[index].Name;

    /// <summary>The value as UTF-8 bytes; valid as long as the collection.</summary>
    internal ReadOnlySpan<byte> ValueAt(int index)
    {
        ref var entry = ref _entries[index];
        return entry.Start < 0 ? Encoding.UTF8.GetBytes(entry.Text!) : _received.AsSpan(entry.Start, entry.Length);
    }

    internal int IndexOf(string name, int from = 0)
    {
        name = SipHeaderNames.Normalise(name);
        for (var i = from; i < Count; i++)
        {
            if (Matches(i, name))
            {
                return i;
            }
        }

        return -1;
    }

    internal void AddReceived(string name, int start, int length) => Append(new Entry(name, null, start, length));

    internal void AddUnfolded(string name, string value) => Append(new Entry(name, value, -1, 0));

    internal void WriteTo(IBufferWriter<byte> output, int index)
    {
        ref var entry = ref _entries[index];
        if (entry.Start >= 0)
        {
            output.Write(_received.AsSpan(entry.Start, entry.Length));
        }
        else
        {
            Encoding.UTF8.GetBytes(entry.Text!, output);
        }
    }

    private static void CheckValue(string value)
    {
        if (value.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new ArgumentException("A header value cannot hold a line break.", nameof(value));
        }
    }

    private void Insert(int index, string name, string value)
    {
        name = SipHeaderNames.Normalise(name);
        if (name.Length == 0 || !name.All(character => character < 0x80) || !SipCharacters.IsToken(Encoding.ASCII.GetBytes(name)))
        {
            throw new ArgumentException($"'{name}' is not a header name.", nameof(name));
        }

        CheckValue(value);
        Append(default);
        Array.Copy(_entries, index, _entries, index + 1, Count - 1 - index);
        _entries[index] = new Entry(name, value, -1, 0);
    }

    private void Append(Entry entry)
    {
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(8, Count * 2));
        }

        _entries[Count++] = entry;
        Version++;
    }

    private void RemoveAt(int index)
    {
        Array.Copy(_entries, index + 1, _entries, index, Count - index - 1);
        _entries[--Count] = default;
        Version++;
    }

    private bool Matches(int index, string normalised) =>
        ReferenceEquals(_entries[index].Name, normalised) || string.Equals(_entries[index].Name, normalised, StringComparison.OrdinalIgnoreCase);

    private string TextAt(int index)
    {
        ref var entry = ref _entries[index];
        return entry.Text ??= Encoding.UTF8.GetString(_received, entry.Start, entry.Length);
    }

    // Start is -1 for a field that never was a slice of the received bytes.
    private struct Entry(string name, string? text, int start, int length)
    {
        public readonly string Name = name;
        public string? Text = text;
        public readonly int Start = start;
        public readonly int Length = length;
    }
}

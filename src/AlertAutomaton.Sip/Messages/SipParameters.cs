using System.Collections;
using System.Text;

namespace AlertAutomaton.Sip.Messages;

/// <summary>Immutable, ordered parameters of a header or of a URI; names compare without case.</summary>
public sealed class SipParameters : IReadOnlyList<SipParameter>
{
    private readonly SipParameter[] _items;

    private SipParameters(SipParameter[] items) => _items = items;

    /// <summary>No parameter at all.</summary>
    public static SipParameters Empty { get; } = new([]);

    /// <inheritdoc />
    public int Count => _items.Length;

    /// <inheritdoc />
    public SipParameter this[int index] => _items[index];

    /// <summary>Whether the parameter is there, with or without a value.</summary>
    public bool Contains(string name) => IndexOf(name) >= 0;

    /// <summary>The plain value (quotes removed), "" for a flag, or null when the parameter is absent.</summary>
    public string? Find(string name)
    {
        var index = IndexOf(name);
        return index < 0 ? null : SipText.Unquote(_items[index].Value ?? string.Empty);
    }

    /// <summary>A copy with this parameter set or replaced; null makes it a flag. The value is written as given.</summary>
    /// <exception cref="ArgumentException">The value carries a line break, which would forge a header.</exception>
    public SipParameters With(string name, string? value)
    {
        if (value is not null && value.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new ArgumentException("A parameter value cannot hold a line break.", nameof(value));
        }

        var index = IndexOf(name);
        var items = new SipParameter[index < 0 ? _items.Length + 1 : _items.Length];
        _items.CopyTo(items, 0);
        items[index < 0 ? _items.Length : index] = new SipParameter(name, value);
        return new SipParameters(items);
    }

    /// <summary>A copy without this parameter.</summary>
    public SipParameters Without(string name) =>
        Contains(name) ? new SipParameters(Array.FindAll(_items, item => !SameName(item.Name, name))) : this;

    /// <inheritdoc />
    public IEnumerator<SipParameter> GetEnumerator() => ((IEnumerable<SipParameter>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <summary>The wire form: <c>;name=value;flag</c>.</summary>
    public override string ToString()
    {
        if (_items.Length == 0)
        {
            return string.Empty;
        }

        var builder = new StringBuilder();
        AppendTo(builder);
        return builder.ToString();
    }

    internal static bool TryParse(ReadOnlySpan<byte> text, bool inUri, out SipParameters parameters)
    {
        parameters = Empty;
        if (text.IsEmpty)
        {
            return true;
        }

        var count = 0;
        var counter = new SipParameterReader(text, inUri);
        while (counter.Read())
        {
            count++;
        }

        if (counter.Failed)
        {
            return false;
        }

        var items = count == 0 ? [] : new SipParameter[count];
        var reader = new SipParameterReader(text, inUri);
        for (var i = 0; reader.Read(); i++)
        {
            items[i] = new SipParameter(
                SipTokens.Name(reader.Name),
                reader.HasValue ? SipTokens.Value(reader.Value) : null);
        }

        parameters = count == 0 ? Empty : new SipParameters(items);
        return true;
    }

    internal void AppendTo(StringBuilder builder)
    {
        foreach (var item in _items)
        {
            builder.Append(';').Append(item.Name);
            if (item.Value is not null)
            {
                builder.Append('=').Append(item.Value);
            }
        }
    }

    private static bool SameName(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private int IndexOf(string name)
    {
        for (var i = 0; i < _items.Length; i++)
        {
            if (SameName(_items[i].Name, name))
            {
                return i;
            }
        }

        return -1;
    }
}

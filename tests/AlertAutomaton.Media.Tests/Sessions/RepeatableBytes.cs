namespace AlertAutomaton.Media.Tests.Sessions;

/// <summary>Bytes that look random and are the same each time (xorshift).</summary>
internal sealed class RepeatableBytes(uint seed)
{
    private uint _state = seed;

    public byte[] Next(int length)
    {
        var bytes = new byte[length];
        for (var i = 0; i < bytes.Length; i++)
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            bytes[i] = (byte)_state;
        }

        return bytes;
    }
}

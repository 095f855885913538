namespace AlertAutomaton.Media.Detection;

/// <summary>Cuts frames of any length into 20 ms blocks without allocating.</summary>
internal sealed class ToneBlockBuffer
{
    private readonly short[] _block = new short[ToneSpectrum.BlockSamples];
    private int _filled;

    /// <summary>
    /// Takes samples until a block is full. When it returns true, <paramref name="block"/> is that block, valid until the next call,
    /// and <paramref name="samples"/> is what is left.
    /// </summary>
    public bool TryNext(ref ReadOnlySpan<short> samples, out ReadOnlySpan<short> block)
    {
        if (_filled == 0 && samples.Length >= _block.Length)
        {
            block = samples[.._block.Length];
            samples = samples[_block.Length..];
            return true;
        }

        var part = samples[..Math.Min(samples.Length, _block.Length - _filled)];
        part.CopyTo(_block.AsSpan(_filled));
        samples = samples[part.Length..];
        _filled += part.Length;
        block = _block;
        if (_filled < _block.Length)
            return false;
        _filled = 0;
        return true;
    }

    public void Clear() => _filled = 0;
}

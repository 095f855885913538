using System.Buffers.Binary;
using AlertAutomaton.Media.Audio;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Media.Tests.Audio;

public sealed class WavFileTests
{
    private static readonly short[] _ramp = [.. Enumerable.Range(-2000, 4000).Select(i => (short)(i * 15))];

    [Fact]
    public void What_is_written_is_read_back_for_any_samples()
        => Prop.ForAll(
                ArbMap.Default.ArbFor<short[]>().Filter(samples => samples.Length > 0),
                Gen.Choose(4000, 192_000).ToArbitrary(),
                (samples, rate) =>
                {
                    Assert.True(WavFile.TryRead(WavFile.ToBytes(samples, rate), out var audio, out var problem));
                    Assert.Equal(WavProblem.None, problem);
                    Assert.Equal(rate, audio!.SampleRate);
                    Assert.Equal(samples, audio.Samples);
                })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_bytes_make_the_reader_throw()
        => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => WavFile.TryRead(bytes, out var audio, out _) == (audio is not null))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_damage_to_a_good_file_makes_the_reader_throw()
    {
        var good = WavFile.ToBytes(_ramp.AsSpan(0, 200), 8000);
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var bad = good.AsSpan(0, random.Next(good.Length + 1)).ToArray();
            for (var hits = random.Next(1, 6); hits > 0 && bad.Length > 0; hits--)
                bad[random.Next(Math.Min(bad.Length, 60))] = (byte)random.Next(256);
            var read = WavFile.TryRead(bad, out var audio, out var problem);
            Assert.Equal(read, problem == WavProblem.None);
            if (read)
                Assert.InRange(audio!.Samples.Length, 1, bad.Length);
        }
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(0x7FFFF000u)]
    [InlineData(0xFFFFFFFFu)]
    public void A_streamed_file_with_a_bogus_length_is_read_as_far_as_it_goes(uint declared)
    {
        var file = WavFile.ToBytes(_ramp, 22050);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(40), declared);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), declared);
        Assert.True(WavFile.TryRead(file, out var audio, out _));
        Assert.Equal(_ramp, audio!.Samples);
    }

    [Theory]
    [InlineData(1, 8, 256)]
    [InlineData(1, 16, 0.5)]
    [InlineData(1, 24, 1)]
    [InlineData(1, 32, 1)]
    [InlineData(3, 32, 1)]
    [InlineData(3, 64, 1)]
    [InlineData(6, 8, 1100)]
    [InlineData(7, 8, 1100)]
    public void Every_usual_encoding_gives_the_same_sound(int tag, int bits, double tolerance)
    {
        foreach (var channels in new[] { 1, 2, 6 })
        {
            Assert.True(WavFile.TryRead(WavBytes.Build(_ramp, tag, bits, channels, 16000), out var audio, out var problem), problem.ToString());
            Assert.Equal(16000, audio!.SampleRate);
            Assert.Equal(_ramp.Length, audio.Samples.Length);
            for (var i = 0; i < _ramp.Length; i++)
                Assert.InRange(audio.Samples[i], _ramp[i] - tolerance, _ramp[i] + tolerance);
        }
    }

    [Fact]
    public void Extensible_headers_and_foreign_chunks_of_odd_length_are_understood()
    {
        Assert.True(WavFile.TryRead(WavBytes.Build(_ramp, 1, 16, 1, 8000, extensible: true), out var audio, out _));
        Assert.Equal(_ramp, audio!.Samples);
        Assert.True(WavFile.TryRead(WavBytes.Build(_ramp, 1, 16, 1, 8000, extraChunk: 5), out audio, out _));
        Assert.Equal(_ramp, audio!.Samples);
    }

    [Fact]
    public void Opposite_channels_cancel_when_mixed_down()
    {
        var file = WavBytes.Build(_ramp, 1, 16, 2, 8000, invertSecond: true);
        Assert.True(WavFile.TryRead(file, out var audio, out _));
        Assert.All(audio!.Samples, sample => Assert.Equal(0, sample));
    }

    [Theory]
    [InlineData(2, 4, 1, 8000u, WavProblem.EncodingUnsupported)]
    [InlineData(1, 12, 1, 8000u, WavProblem.EncodingUnsupported)]
    [InlineData(1, 16, 0, 8000u, WavProblem.ChannelsUnsupported)]
    [InlineData(1, 16, 9, 8000u, WavProblem.ChannelsUnsupported)]
    [InlineData(1, 16, 1, 0u, WavProblem.RateUnsupported)]
    [InlineData(1, 16, 1, 4_000_000_000u, WavProblem.RateUnsupported)]
    public void Files_that_cannot_be_used_say_why(int tag, int bits, int channels, uint rate, WavProblem expected)
    {
        var file = WavFile.ToBytes(_ramp, 8000);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(20), (ushort)tag);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(22), (ushort)channels);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(24), rate);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(34), (ushort)bits);
        Assert.False(WavFile.TryRead(file, out var audio, out var problem));
        Assert.Null(audio);
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void Files_without_format_or_audio_say_so()
    {
        Assert.False(WavFile.TryRead("not a wav file at all"u8, out _, out var problem));
        Assert.Equal(WavProblem.NotWav, problem);
        var headerOnly = WavFile.ToBytes([], 8000);
        Assert.False(WavFile.TryRead(headerOnly, out _, out problem));
        Assert.Equal(WavProblem.NoAudio, problem);
        Assert.False(WavFile.TryRead(headerOnly.AsSpan(0, 12), out _, out problem));
        Assert.Equal(WavProblem.FormatMissing, problem);
    }

    [Fact]
    public void More_than_a_quarter_of_an_hour_is_refused()
    {
        var samples = new short[(int)(WavFile.LongestAudio.TotalSeconds * 4000) + 1];
        Assert.False(WavFile.TryRead(WavFile.ToBytes(samples, 4000), out _, out var problem));
        Assert.Equal(WavProblem.TooLong, problem);
    }
}

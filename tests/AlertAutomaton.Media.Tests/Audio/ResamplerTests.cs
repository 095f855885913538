using AlertAutomaton.Media.Audio;

namespace AlertAutomaton.Media.Tests.Audio;

public sealed class ResamplerTests
{
    [Theory]
    [InlineData(300, -0.2, 0.2)]
    [InlineData(1000, -0.2, 0.2)]
    [InlineData(2500, -0.2, 0.2)]
    [InlineData(3400, -0.3, 0.2)]
    [InlineData(4200, -200, -68)]
    [InlineData(5000, -200, -68)]
    [InlineData(7000, -200, -68)]
    public void The_telephone_band_passes_and_nothing_folds_into_it(double hertz, double least, double most)
    {
        foreach (var rate in new[] { 16000, 22050, 24000, 44100, 48000 })
        {
            var gain = GainOf(hertz, rate, 8000);
            Assert.True(gain >= least && gain <= most, $"{hertz} Hz from {rate}: {gain:F2} dB");
        }
    }

    [Theory]
    [InlineData(8000, 16000)]
    [InlineData(6000, 8000)]
    [InlineData(11025, 8000)]
    [InlineData(44056, 8000)]
    [InlineData(191_999, 8000)]
    [InlineData(8000, 8000)]
    public void Any_ratio_keeps_pitch_level_and_length(int from, int to)
    {
        Assert.InRange(GainOf(1000, from, to), -0.2, 0.2);
        var output = Resampler.Resample(new double[from], from, to);
        Assert.Equal(to, output.Length);
    }

    [Fact]
    public void A_constant_stays_the_same_constant()
    {
        var input = new double[4410];
        Array.Fill(input, 0.25);
        foreach (var sample in Resampler.Resample(input, 44100, 8000)[100..^100])
            Assert.InRange(sample, 0.2499, 0.2501);
    }

    [Fact]
    public void There_is_no_delay()
    {
        var input = new double[2205];
        input[1102] = 1;
        var output = Resampler.Resample(input, 22050, 8000);
        var peak = Array.IndexOf(output, output.Max());
        Assert.InRange(peak, 399, 400);
    }

    private static double GainOf(double hertz, int from, int to)
    {
        var input = new double[from / 2];
        for (var n = 0; n < input.Length; n++)
            input[n] = Math.Sin(2 * Math.PI * hertz * n / from);
        var output = Resampler.Resample(input, from, to).AsSpan();
        output = output[(output.Length / 4)..(output.Length * 3 / 4)];
        var power = 0.0;
        foreach (var sample in output)
            power += sample * sample;
        return 10 * Math.Log10(power / output.Length / 0.5 + 1e-20);
    }
}

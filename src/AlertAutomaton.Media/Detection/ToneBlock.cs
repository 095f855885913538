namespace AlertAutomaton.Media.Detection;

/// <summary>What one 20 ms block of sound is like.</summary>
/// <param name="Level">RMS level in dBov.</param>
/// <param name="Hertz">Frequency of the strongest component; 0 where the block was too quiet to look.</param>
/// <param name="Share">How much of the block's energy that component holds, about 0 to 1.</param>
internal readonly record struct ToneBlock(double Level, double Hertz, double Share);

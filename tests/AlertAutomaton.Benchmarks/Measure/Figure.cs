namespace AlertAutomaton.Benchmarks.Measure;

/// <summary>One measured figure, beside the baseline of the same run and the bar of the quality plan.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Baseline">The same figure for the baseline of this run (plain sockets, one row per commit, or node-smpp), where there is one.</param>
/// <param name="Bar">The bar, as text, or empty.</param>
internal sealed record Figure(string Name, double Value, string Unit, double? Baseline = null, string Bar = "")
{
    public double? Ratio => Baseline is > 0 ? Value / Baseline : null;
}

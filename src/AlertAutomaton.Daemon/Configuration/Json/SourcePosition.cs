namespace AlertAutomaton.Daemon.Configuration.Json;

/// <summary>Where a configured value was written.</summary>
/// <param name="Source">File path, or the name of the environment variable.</param>
/// <param name="Line">Line from 1; 0 when the source has no lines.</param>
/// <param name="Column">Column in characters from 1; 0 when the source has no lines.</param>
internal readonly record struct SourcePosition(string Source, int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Line == 0 ? Source : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Source}({Line},{Column})");
}

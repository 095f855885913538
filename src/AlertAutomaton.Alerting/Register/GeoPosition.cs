namespace AlertAutomaton.Alerting.Register;

/// <summary>A place on the map (WGS 84).</summary>
/// <param name="Latitude">Degrees, −90 to 90, north positive.</param>
/// <param name="Longitude">Degrees, −180 to 180, east positive.</param>
public readonly record struct GeoPosition(double Latitude, double Longitude);

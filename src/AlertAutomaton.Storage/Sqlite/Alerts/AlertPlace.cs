namespace AlertAutomaton.Storage.Sqlite.Alerts;

/// <summary>Primary keys that keep the rows of one alert together: the alert's number times 2³² plus a place inside it.</summary>
internal static class AlertPlace
{
    private const int Bits = 32;

    public static long Of(long alertNumber, long place) => (alertNumber << Bits) | place;

    public static long First(long alertNumber) => alertNumber << Bits;

    public static long Last(long alertNumber) => ((alertNumber + 1) << Bits) - 1;

    public static long Inside(long key) => key & uint.MaxValue;
}

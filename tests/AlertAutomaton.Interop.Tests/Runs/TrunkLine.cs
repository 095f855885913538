namespace AlertAutomaton.Interop.Tests.Runs;

/// <summary>A trunk as a test configures it.</summary>
internal sealed record TrunkLine(string Name, string Uri)
{
    public int Channels { get; init; } = 10;

    /// <summary>Channels of these that are kept for calls that come in.</summary>
    public int ReservedChannels { get; init; }

    public double CallsPerSecond { get; init; } = 20;

    public int Priority { get; init; } = 1;

    public bool Register { get; init; }

    public string Username { get; init; } = "";

    public string Password { get; init; } = "";
}

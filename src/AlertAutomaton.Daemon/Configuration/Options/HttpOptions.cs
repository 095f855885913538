using System.ComponentModel.DataAnnotations;

namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>The HTTP face: health, metrics and the API.</summary>
internal sealed record HttpOptions
{
    /// <summary>Addresses to listen on. Only loopback addresses are accepted in this version; put a reverse proxy in front to go further.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:8080"];

    /// <summary>Largest request body in MiB; a launch carries all its recipients and recordings.</summary>
    [Range(1, 1024)]
    public int MaxBodyMegabytes { get; init; } = 128;

    /// <summary>Most connections that are served at once.</summary>
    [Range(10, 10_000)]
    public int MaxConnections { get; init; } = 500;
}

using System.Runtime.Versioning;
using AlertAutomaton.Lab.Mail;
using AlertAutomaton.Lab.Witness;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>One Postfix for all tests of a class, started by the first of them, with the lab's mail server as its next hop.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SharedPostfix : IAsyncDisposable
{
    private readonly LabMailServer _next = LabMailServer.Start(new LabMailServerOptions(), WitnessLog.None(), TimeProvider.System, NullLogger.Instance);
    private Task<PostfixRelay>? _relay;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_relay is { IsCompletedSuccessfully: true })
        {
            await (await _relay).DisposeAsync();
        }

        await _next.DisposeAsync();
    }

    /// <summary>The relay; skips the test where it cannot be had.</summary>
    internal Task<PostfixRelay> StartedAsync() => _relay ??= PostfixRelay.StartAsync(_next.Port);
}

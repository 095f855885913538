using System.Net;
using AlertAutomaton.Media.Sessions;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Media.Tests.Sessions;

/// <summary>An engine on loopback whose packets move when the test moves its clock.</summary>
internal sealed class MediaRig : IAsyncDisposable
{
    public MediaRig(Func<MediaEngineOptions, MediaEngineOptions>? change = null)
    {
        var options = new MediaEngineOptions { BindAddress = IPAddress.Loopback, PortQuarantine = TimeSpan.Zero };
        Engine = new MediaEngine(change?.Invoke(options) ?? options, Time, NullLoggerFactory.Instance);
    }

    public ManualTimeProvider Time { get; } = new();

    public MediaEngine Engine { get; }

    public (MediaSession Session, HeardEvents Events) Open(MediaSessionOptions? options = null)
    {
        var events = new HeardEvents();
        Assert.True(Engine.TryOpen(events, options ?? MediaSessionOptions.Default, out var session, out var failure), failure.ToString());
        return (session, events);
    }

    /// <summary>Two ends that have agreed: the first offered.</summary>
    public MediaPair Connect(MediaSessionOptions? near = null, MediaSessionOptions? far = null)
    {
        var (nearSession, nearEvents) = Open(near);
        var (farSession, farEvents) = Open(far);
        Assert.True(farSession.TryCreateAnswer(nearSession.CreateOffer().Span, out var answer, out var whyNot), whyNot);
        Assert.True(nearSession.TryAcceptAnswer(answer.Span, out whyNot), whyNot);
        return new MediaPair(nearSession, nearEvents, farSession, farEvents);
    }

    public void Pass(int milliseconds) => Time.Advance(TimeSpan.FromMilliseconds(milliseconds));

    public ValueTask DisposeAsync() => Engine.DisposeAsync();
}

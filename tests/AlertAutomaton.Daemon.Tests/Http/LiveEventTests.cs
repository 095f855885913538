using AlertAutomaton.Contracts.Events;

namespace AlertAutomaton.Daemon.Tests.Http;

public sealed class LiveEventTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Events_arrive_as_they_happen_and_a_cut_client_goes_on_after_the_last_one_it_saw()
    {
        await using var face = await HttpFaceFixture.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
        request.Headers.Add("Last-Event-ID", "4");
        face.Desk.Raise(Event(4));
        face.Desk.Raise(Event(5));

        using var answer = await face.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var stream = new StreamReader(await answer.Content.ReadAsStreamAsync());

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("5", await NextIdAsync(stream));
        face.Desk.Raise(Event(6));
        Assert.Equal("6", await NextIdAsync(stream));
        Assert.Equal(4, face.Desk.AskedAfter);
    }

    [Fact]
    public async Task An_open_stream_does_not_hold_up_the_stop_of_the_daemon()
    {
        var face = await HttpFaceFixture.StartAsync();
        face.Desk.Raise(Event(1));
        using var answer = await face.Client.GetAsync("/api/v1/events", HttpCompletionOption.ResponseHeadersRead);
        using var stream = new StreamReader(await answer.Content.ReadAsStreamAsync());
        await NextIdAsync(stream);
        var begun = TimeProvider.System.GetTimestamp();

        await face.DisposeAsync().AsTask().WaitAsync(Patience, TimeProvider.System);

        Assert.InRange(TimeProvider.System.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(4));
    }

    private static async Task<string> NextIdAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync().WaitAsync(Patience, TimeProvider.System) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal) || line.StartsWith("id:", StringComparison.Ordinal))
            {
                return line[3..].Trim();
            }
        }

        throw new EndOfStreamException();
    }

    private static LiveEvent Event(long sequence) =>
        new() { Sequence = sequence, Kind = "progress", Time = DateTimeOffset.UnixEpoch, AlertId = Guid.Empty };
}

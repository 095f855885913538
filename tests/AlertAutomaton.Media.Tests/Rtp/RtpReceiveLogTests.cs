using AlertAutomaton.Media.Rtp;

namespace AlertAutomaton.Media.Tests.Rtp;

public sealed class RtpReceiveLogTests
{
    private const long Millisecond = 1_000_000;
    private readonly RtpReceiveLog _log = new();

    [Fact]
    public void Loss_order_and_doubles_are_counted_across_the_wrap_around()
    {
        int[] order = [65530, 65531, 65533, 65532, 65535, 0, 0, 1, 4];
        foreach (var sequence in order)
            Note(sequence);
        // 65530 to 4 are eleven; 65534, 2 and 3 never came.
        Assert.Equal(8, _log.Received);
        Assert.Equal(3, _log.Lost);
        Assert.Equal(1, _log.Duplicates);
        Assert.Equal(1, _log.Reordered);
        Assert.Equal(65536u + 4, _log.ExtendedHighest);
    }

    [Fact]
    public void The_share_lost_is_that_since_the_last_report()
    {
        foreach (var sequence in new[] { 1, 2, 4 })
            Note(sequence);
        Assert.Equal(64, _log.TakeFractionLost());
        Note(5);
        Note(6);
        Assert.Equal(0, _log.TakeFractionLost());
        Assert.Equal(1, _log.Lost);
    }

    [Fact]
    public void A_new_source_begins_a_new_numbering_and_keeps_the_losses()
    {
        foreach (var sequence in new[] { 10, 12 })
            Note(sequence);
        Assert.Equal(RtpArrival.Restarted, Note(60_000, ssrc: 2));
        Assert.Equal(RtpArrival.InOrder, Note(60_001, ssrc: 2));
        Assert.Equal((4L, 1L, 1), (_log.Received, _log.Lost, _log.Restarts));
        Assert.Equal(2u, _log.Ssrc);
    }

    [Fact]
    public void One_stray_changes_nothing_and_two_in_a_row_are_a_restart()
    {
        Note(10);
        Assert.Equal(RtpArrival.Strange, Note(30_000));
        Assert.Equal(RtpArrival.InOrder, Note(11));
        Assert.Equal(RtpArrival.Strange, Note(40_000));
        Assert.Equal(RtpArrival.Restarted, Note(40_001));
        Assert.Equal(0, _log.Lost);
    }

    [Fact]
    public void Jitter_follows_the_rule_of_the_standard()
    {
        // Packets of 20 ms that arrive 20 and 25 ms apart in turn: |D| is 0 or 5 ms, then back.
        Note(0, arrival: 0);
        Note(1, arrival: 25 * Millisecond);
        Assert.Equal(40 / 16.0, _log.JitterUnits, 6);
        Note(2, arrival: 45 * Millisecond);
        Assert.Equal(40 / 16.0 * 15 / 16, _log.JitterUnits, 6);
    }

    [Fact]
    public void Even_packets_have_no_jitter_and_a_stepped_clock_makes_none()
    {
        for (var i = 0; i < 100; i++)
            Note(i, arrival: (i < 50 ? 0 : 3_600_000 * Millisecond) + i * 20 * Millisecond);
        Assert.Equal(0, _log.JitterUnits, 6);
    }

    private RtpArrival Note(int sequence, uint ssrc = 1, long? arrival = null) =>
        _log.Note(ssrc, new RtpSequenceNumber((ushort)sequence), new RtpTimestamp((uint)(sequence * 160)), arrival ?? sequence * 20 * Millisecond);
}

using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Keys;
using AlertAutomaton.Media.Pacing;
using AlertAutomaton.Media.Rtcp;
using AlertAutomaton.Media.Rtp;
using AlertAutomaton.Media.Sdp;
using AlertAutomaton.Media.Transport;

namespace AlertAutomaton.Media.Sessions;

/// <content>What happens once per 20 ms: listen, speak, report, tell.</content>
public sealed partial class MediaSession
{
    // A flood at one port costs no more than this many packets per round; the kernel drops the rest.
    private const int MaximumBatches = 4;

    private const int ThoroughRounds = 4;

    // RTCP comes every few seconds; looking twice a second is often enough and spares a system call per round.
    private const int ControlRounds = 25;

    private static readonly byte[] _pcmaSilence = CreateSilence(AudioCodec.Pcma);
    private static readonly byte[] _pcmuSilence = CreateSilence(AudioCodec.Pcmu);

    private readonly Queue<char> _infoKeys = new(0);
    private readonly List<SessionEvent> _told = new(0);
    private long _round = -1;
    private long _lastHeardRound = -1;
    private long _ignored;
    private long _malformed;
    private long _sendErrors;
    private int _packetsInCycle;
    private int _usualPackets = 1;
    private bool _silenceTold;
    private bool _strangerLogged;

    void IPacedMember.OnRound(long round, PaceWorker worker)
    {
        lock (_gate)
        {
            if (_closed)
                return;
            if (_round >= 0 && round != _round + 1)
                _sender.MarkNext();
            _round = round;
            var io = worker.Io;
            FollowLatch_NeedsLock(io);
            Listen_NeedsLock(io);
            TakeInfoKeys_NeedsLock();
            if (CanSend_NeedsLock)
                Speak_NeedsLock(io);
            Report_NeedsLock(io);
            WatchSilence_NeedsLock();
            if (_told.Count == 0)
                return;
        }

        // Only this thread adds to the list, so it may be read without the lock.
        foreach (var told in _told)
            Tell(told);
        _told.Clear();
    }

    private static byte[] CreateSilence(AudioCodec codec)
    {
        var silence = new byte[RoundSamples];
        Array.Fill(silence, G711.Silence(codec));
        return silence;
    }

    private void FollowLatch_NeedsLock(DatagramIo io)
    {
        if (_reconnect)
        {
            _reconnect = false;
            if (_soundSocket.IsConnected)
                io.Disconnect(_soundSocket);
        }

        if (_connectSockets && !_soundSocket.IsConnected && _latch.IsFinal)
            io.Connect(_soundSocket, _latch.Target);
    }

    private void Listen_NeedsLock(DatagramIo io)
    {
        // A far end sends one packet per round, or two. Every fourth round takes all there is, so what was left waits 60 ms at most.
        var thorough = _round % ThoroughRounds == 0;
        if (thorough)
        {
            _usualPackets = Math.Clamp((_packetsInCycle + ThoroughRounds - 1) / ThoroughRounds, 1, DatagramIo.Batch);
            _packetsInCycle = 0;
        }

        var limit = thorough ? DatagramIo.Batch : _usualPackets;
        for (var batch = 0; batch < MaximumBatches; batch++)
        {
            var count = io.Receive(_soundSocket, limit);
            _packetsInCycle += count;
            for (var i = 0; i < count; i++)
                Take_NeedsLock(io.Datagram(i), io.Source(i), io.Arrival(i));
            if (!thorough || count < limit)
                break;
        }

        if (_round % ControlRounds != 0)
            return;
        var reports = io.Receive(_controlSocket);
        for (var i = 0; i < reports; i++)
            TakeReport_NeedsLock(io.Datagram(i), io.Source(i));
    }

    private void Take_NeedsLock(ReadOnlySpan<byte> datagram, in UdpAddress from, long arrival)
    {
        // RFC 5761 §4: where both share a port, the second byte of a report lies where no payload type with marker does.
        if (datagram.Length >= RtcpPacket.HeaderLength && datagram[1] is >= 200 and <= 204)
        {
            TakeReport_NeedsLock(datagram, from);
            return;
        }

        if (!RtpPacket.TryParse(datagram, out var packet))
        {
            _malformed++;
            return;
        }

        if (_agreed is not { } agreed || !_latch.Accept(from, packet.Ssrc, packet.SequenceNumber))
        {
            _ignored++;
            LogStranger();
            return;
        }

        _lastHeardRound = _round;
        _silenceTold = false;
        if (_log.Note(packet.Ssrc, packet.SequenceNumber, packet.Timestamp, arrival) is RtpArrival.Duplicate or RtpArrival.Strange)
            return;
        TakePayload_NeedsLock(packet, agreed);
    }

    private void TakePayload_NeedsLock(in RtpPacket packet, NegotiatedAudio agreed)
    {
        var type = packet.PayloadType;
        if (type == agreed.ReceivedEventType || type == agreed.SentEventType)
        {
            if (_events.Receive(packet, _round * RoundSamples, out var key))
                Press_NeedsLock(key, KeySource.TelephoneEvent);
        }
        else if (type == agreed.PcmaPayloadType || type == agreed.PcmuPayloadType)
        {
            var before = _told.Count;
            var codec = type == agreed.PcmaPayloadType ? AudioCodec.Pcma : AudioCodec.Pcmu;
            _farEnd.Take(packet.Ssrc, packet.Timestamp, codec, packet.Payload, _told);
            KeepBelievedKeys_NeedsLock(before);
        }
    }

    // The collector has the last word on keys that were heard in the sound.
    private void KeepBelievedKeys_NeedsLock(int from)
    {
        for (var i = _told.Count - 1; i >= from; i--)
        {
            if (_told[i].Kind == SessionEventKind.Key && !_keys.Accept(_told[i].Key, _told[i].Source))
                _told.RemoveAt(i);
        }
    }

    private void TakeInfoKeys_NeedsLock()
    {
        while (_infoKeys.TryDequeue(out var key))
            Press_NeedsLock(key, KeySource.Info);
    }

    private void Press_NeedsLock(char key, KeySource source)
    {
        if (_keys.Accept(key, source))
            _told.Add(new SessionEvent { Kind = SessionEventKind.Key, Key = key, Source = source });
    }

    private void TakeReport_NeedsLock(ReadOnlySpan<byte> datagram, in UdpAddress from)
    {
        if (_agreed is null || !from.SameHost(_remoteControl) && !from.SameHost(_latch.Target))
            _ignored++;
        else if (!_reporter.Receive(datagram))
            _malformed++;
    }

    private void Speak_NeedsLock(DatagramIo io)
    {
        var agreed = _agreed!;
        var now = _sender.At(_round * RoundSamples);
        if (agreed.SentEventType is { } eventType && _eventSender.IsBusy)
        {
            if (!_eventSender.TryNext(now, out var key))
            {
                StageSilence_NeedsLock(io, agreed, now);
            }
            else
            {
                Span<byte> payload = stackalloc byte[TelephoneEvent.Length];
                key.Payload.WriteTo(payload);
                io.Commit(_sender.Write(io.Stage(), eventType, key.Marker, key.Timestamp, payload));
                _sender.MarkNext();
            }
        }
        else if (_toneSender.IsBusy)
        {
            StageTones_NeedsLock(io, agreed, now);
        }
        else
        {
            StageSound_NeedsLock(io, agreed, now);
        }

        var staged = io.StagedCount;
        _sendErrors += staged - io.Flush(_soundSocket, _latch.Target);
    }

    private void StageSound_NeedsLock(DatagramIo io, NegotiatedAudio agreed, RtpTimestamp now)
    {
        for (var sent = 0; sent < RoundSamples; sent += agreed.PacketSamples)
        {
            var wasPlaying = _cursor.IsPlaying;
            var sound = wasPlaying ? _cursor.Next(agreed.Codec, agreed.PacketSamples) : default;
            if (wasPlaying && sound.IsEmpty)
                _told.Add(new SessionEvent { Kind = SessionEventKind.PlayingFinished });
            if (sound.IsEmpty)
                sound = Silence(agreed.Codec)[..agreed.PacketSamples];
            io.Commit(_sender.WriteSound(io.Stage(), agreed.PayloadType, now.Plus(sent), sound));
        }
    }

    private void StageTones_NeedsLock(DatagramIo io, NegotiatedAudio agreed, RtpTimestamp now)
    {
        Span<short> tones = stackalloc short[RoundSamples];
        Span<byte> encoded = stackalloc byte[RoundSamples];
        if (!_toneSender.TryNext(tones))
            return;
        G711.Encode(agreed.Codec, tones, encoded);
        StageEncoded_NeedsLock(io, agreed, now, encoded);
    }

    private void StageSilence_NeedsLock(DatagramIo io, NegotiatedAudio agreed, RtpTimestamp now) =>
        StageEncoded_NeedsLock(io, agreed, now, Silence(agreed.Codec));

    private void StageEncoded_NeedsLock(DatagramIo io, NegotiatedAudio agreed, RtpTimestamp now, ReadOnlySpan<byte> encoded)
    {
        for (var sent = 0; sent < RoundSamples; sent += agreed.PacketSamples)
            io.Commit(_sender.WriteSound(io.Stage(), agreed.PayloadType, now.Plus(sent), encoded.Slice(sent, agreed.PacketSamples)));
    }

    private static ReadOnlySpan<byte> Silence(AudioCodec codec) => codec == AudioCodec.Pcma ? _pcmaSilence : _pcmuSilence;

    private void Report_NeedsLock(DatagramIo io)
    {
        // The spread of the first packets of a call over its round is chance enough for reports that come every few seconds.
        if (_agreed is null || !_reporter.IsDue(_round, (_sender.Ssrc ^ (uint)_round * 2_654_435_761u) / (double)uint.MaxValue))
            return;
        var target = ControlTarget_NeedsLock;
        if (!target.IsUsable)
            return;
        io.Commit(_reporter.Write(io.Stage(), _sender.At(_round * RoundSamples), goodbye: false));
        io.Flush(_controlSocket, target);
    }

    private void WatchSilence_NeedsLock()
    {
        // A far end that holds the call, or was told not to send, owes no packets.
        if (_agreed is not { } agreed || !agreed.Direction.HasFlag(AudioDirection.ReceiveOnly))
        {
            _lastHeardRound = -1;
            return;
        }

        if (_lastHeardRound < 0)
            _lastHeardRound = _round;
        var silence = TimeSpan.FromMilliseconds((_round - _lastHeardRound) * RoundMilliseconds);
        if (_silenceTold || silence < _options.SilenceTimeout)
            return;
        _silenceTold = true;
        _told.Add(new SessionEvent { Kind = SessionEventKind.Silent, Silence = silence });
    }

    private void LogStranger()
    {
        if (_strangerLogged || _latch.Locked is null)
            return;
        _strangerLogged = true;
        MediaLog.StrangerIgnored(_logger, _port);
    }

    private void Tell(SessionEvent told)
    {
        if (_closed)
            return;
        try
        {
            switch (told.Kind)
            {
                case SessionEventKind.Key:
                    _handler.OnKey(this, told.Key, told.Source);
                    break;
                case SessionEventKind.PlayingFinished:
                    _handler.OnPlayingFinished(this);
                    break;
                case SessionEventKind.VoiceActivity:
                    _handler.OnVoiceActivity(this, told.Activity);
                    break;
                case SessionEventKind.MachineHint:
                    _handler.OnMachineHint(this, told.Hint);
                    break;
                case SessionEventKind.Beep:
                    _handler.OnBeep(this, told.Hertz);
                    break;
                case SessionEventKind.FaxTone:
                    _handler.OnFaxTone(this);
                    break;
                default:
                    _handler.OnSilent(this, told.Silence);
                    break;
            }
        }
        catch (Exception failure)
        {
            MediaLog.HandlerFailed(_logger, _port, failure);
        }
    }
}

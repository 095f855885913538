using AlertAutomaton.Smpp.Client;
using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Session;

/// <summary>A message on its way: collects what becomes of its segments. Guarded by its session's lock.</summary>
internal sealed class OutgoingMessage
{
    private readonly TaskCompletionSource<SubmitResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SegmentResult?[] _results;
    private int _open;

    /// <summary>Prepares the segments.</summary>
    /// <param name="segments">One submit_sm each, numbers not yet set.</param>
    /// <param name="isUrgent">Whether it goes before others.</param>
    public OutgoingMessage(IReadOnlyList<SubmitSm> segments, bool isUrgent)
    {
        IsUrgent = isUrgent;
        _results = new SegmentResult?[segments.Count];
        _open = segments.Count;
        Segments = [.. segments.Select((pdu, index) => new OutgoingSegment(this, index, pdu))];
    }

    public bool IsUrgent { get; }

    public IReadOnlyList<OutgoingSegment> Segments { get; }

    public Task<SubmitResult> Result => _result.Task;

    public bool IsDone => _result.Task.IsCompleted;

    /// <summary>Whether no segment may leave any more.</summary>
    public bool IsWithdrawn { get; private set; }

    /// <summary>One segment ended; with the last one the message does.</summary>
    public void Finish(OutgoingSegment segment, SegmentResult result)
    {
        if (_results[segment.Index] is not null)
        {
            return;
        }

        _results[segment.Index] = result;
        segment.IsFinished = true;
        if (--_open == 0)
        {
            _ = _result.TrySetResult(Sum());
        }
    }

    /// <summary>A segment was refused for good: the others would only cost.</summary>
    public void FinishUnsent(SegmentResult result)
    {
        foreach (var segment in Segments)
        {
            if (!segment.WasSubmitted)
            {
                Finish(segment, result);
            }
        }
    }

    /// <summary>The caller no longer waits: segments that did not leave stay, for the others the answer is unknown.</summary>
    public void Abandon()
    {
        var left = Segments.Any(segment => segment.WasSubmitted);
        _ = _result.TrySetResult(left
            ? new SubmitResult(SubmitResultKind.Unknown, null, "abandoned before the response came", Ids())
            : new SubmitResult(SubmitResultKind.NotSent, null, "abandoned before it left", []));
    }

    /// <summary>Segments that did not leave stay; the others are waited for as long as a response may take.</summary>
    public void Withdraw()
    {
        IsWithdrawn = true;
        FinishUnsent(SegmentResult.NotSent("stopped before it left"));
    }

    private SubmitResult Sum()
    {
        var worst = _results[0]!;
        var (kept, refusedForGood) = (0, false);
        foreach (var result in _results)
        {
            kept += result!.Kind is SubmitResultKind.Accepted or SubmitResultKind.Unknown ? 1 : 0;
            refusedForGood |= result.Kind is SubmitResultKind.RejectedDestination or SubmitResultKind.RejectedMessage;
            worst = Weight(result.Kind) > Weight(worst.Kind) ? result : worst;
        }

        // A part was taken and another was not: to send the whole again would double the part.
        var isPartial = kept > 0 && kept < _results.Length && !refusedForGood;
        var text = _results.Length == 1 ? worst.Text : $"{worst.Text}; {Ids().Length} of {_results.Length} segments accepted";
        return new SubmitResult(isPartial ? SubmitResultKind.Unknown : worst.Kind, worst.Status, text, Ids(), worst.Wait);
    }

    private string[] Ids() => [.. _results.Where(result => result?.Kind == SubmitResultKind.Accepted).Select(result => result!.MessageId)];

    private static int Weight(SubmitResultKind kind) => kind switch
    {
        SubmitResultKind.Accepted => 0,
        SubmitResultKind.NotSent => 1,
        SubmitResultKind.Throttled => 2,
        SubmitResultKind.Temporary => 3,
        SubmitResultKind.Unknown => 4,
        SubmitResultKind.RejectedMessage => 5,
        _ => 6,
    };
}

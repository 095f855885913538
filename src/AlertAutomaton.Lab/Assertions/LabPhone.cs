using System.Threading.Channels;
using AlertAutomaton.Lab.Phones;

namespace AlertAutomaton.Lab.Assertions;

/// <summary>A phone of the lab in the hands of a test: expect a call, answer it, hear, press, hang up, expect nothing more.</summary>
public sealed class LabPhone
{
    private readonly Channel<PhoneLine> _calls = Channel.CreateUnbounded<PhoneLine>();
    private readonly TimeProvider _time;

    internal LabPhone(string number, TimeProvider time)
    {
        Number = number;
        _time = time;
    }

    /// <summary>Its number, E.164.</summary>
    public string Number { get; }

    /// <summary>Waits for a call.</summary>
    /// <exception cref="LabAssertionException">None came in time.</exception>
    public async Task<LabCall> ExpectCallAsync(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within, _time);
        try
        {
            return new LabCall(await _calls.Reader.ReadAsync(limit.Token), _time);
        }
        catch (OperationCanceledException cause)
        {
            throw new LabAssertionException($"{Number} was not called within {within.TotalSeconds} s.", cause);
        }
    }

    /// <summary>Fails when the phone was called again, now or within the time given.</summary>
    /// <exception cref="LabAssertionException">It was called.</exception>
    public async Task ExpectNothingMoreAsync(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within, _time);
        try
        {
            await _calls.Reader.WaitToReadAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        throw new LabAssertionException($"{Number} was called although nothing more was expected.");
    }

    internal void Take(PhoneLine line) => _calls.Writer.TryWrite(line);
}

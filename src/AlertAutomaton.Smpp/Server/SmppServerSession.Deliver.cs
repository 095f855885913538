using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Session;

namespace AlertAutomaton.Smpp.Server;

/// <content>Delivering receipts and replies to the client.</content>
public sealed partial class SmppServerSession
{
    private readonly PendingRequests<Delivery> _deliveries;
    private readonly Queue<Delivery> _waiting = new();
    private bool _isOver;

    /// <summary>Sends deliver_sm when the window allows; gives the client's status, or null when it did not answer.</summary>
    /// <param name="message">Its sequence number is set here.</param>
    public Task<CommandStatus?> DeliverAsync(DeliverSm message) => EnqueueAsync(message);

    /// <summary>Sends data_sm when the window allows; gives the client's status, or null when it did not answer.</summary>
    /// <param name="message">Its sequence number is set here.</param>
    public Task<CommandStatus?> DeliverAsync(DataSm message) => EnqueueAsync(message);

    private Task<CommandStatus?> EnqueueAsync(SmppPdu message)
    {
        var delivery = new Delivery(message, new TaskCompletionSource<CommandStatus?>(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_gate)
        {
            if (_isOver || !CanReceive)
            {
                return Task.FromResult<CommandStatus?>(null);
            }

            _waiting.Enqueue(delivery);
        }

        PumpDeliveries();
        return delivery.Result.Task;
    }

    private void PumpDeliveries()
    {
        lock (_gate)
        {
            while (_deliveries.HasRoom && _waiting.TryDequeue(out var delivery))
            {
                var sequence = NextSequence_NeedsLock();
                _deliveries.Add(sequence, delivery, Now);
                _ = _connection.Append(delivery.Pdu with { Sequence = sequence });
            }
        }

        _connection.Flush();
    }

    private void CompleteDelivery(SmppPdu response)
    {
        lock (_gate)
        {
            if (_deliveries.TryComplete(response.Sequence, out var delivery))
            {
                _ = delivery.Result.TrySetResult(response.Status);
            }
        }
    }

    private void ExpireDeliveries()
    {
        lock (_gate)
        {
            while (_deliveries.TryExpire(Now, out var delivery))
            {
                _ = delivery.Result.TrySetResult(null);
            }
        }

        PumpDeliveries();
    }

    private void FailDeliveries()
    {
        lock (_gate)
        {
            _isOver = true;
            foreach (var delivery in _deliveries.Drain().Concat(_waiting))
            {
                _ = delivery.Result.TrySetResult(null);
            }

            _waiting.Clear();
        }
    }

    private sealed record Delivery(SmppPdu Pdu, TaskCompletionSource<CommandStatus?> Result);
}

using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.Channels.Sms.Receipts;
using AlertAutomaton.Smpp.Receipts;

namespace AlertAutomaton.Channels.Tests.Sms.Receipts;

/// <summary>Receipts that wait for their text.</summary>
public sealed class ParkedReceiptsTests
{
    [Fact]
    public void When_it_is_full_the_oldest_goes()
    {
        var parked = new ParkedReceipts(2, TimeSpan.FromMinutes(2));
        Assert.Null(parked.Add(Receipt("1"), TimeSpan.Zero));
        Assert.Null(parked.Add(Receipt("2"), TimeSpan.Zero));
        Assert.Equal("1", parked.Add(Receipt("3"), TimeSpan.Zero)?.Receipt.Receipt.MessageId);
        Assert.Equal(2, parked.Count);
    }

    [Fact]
    public void The_waits_grow_and_end()
    {
        var parked = new ParkedReceipts(2, TimeSpan.FromSeconds(20));
        parked.Add(Receipt("1"), TimeSpan.Zero);
        var looks = new List<double>();
        while (parked.NextDue is { } due)
        {
            looks.Add(due.TotalSeconds);
            foreach (var one in parked.TakeDue(due))
            {
                parked.PutBack(one, due);
            }
        }

        Assert.Equal([0.5, 1.5, 3.5, 7.5, 15.5, 31.5], looks);
    }

    private static GatewayReceipt Receipt(string id) => new("gw", new DeliveryReceipt { MessageId = id, State = MessageState.Delivered }, string.Empty);
}

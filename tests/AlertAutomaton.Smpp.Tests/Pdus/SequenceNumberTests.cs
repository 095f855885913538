using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Tests.Pdus;

public sealed class SequenceNumberTests
{
    [Theory]
    [InlineData(0u, 1u)]
    [InlineData(1u, 2u)]
    [InlineData(0x7FFFFFFEu, 0x7FFFFFFFu)]
    [InlineData(0x7FFFFFFFu, 1u)]
    [InlineData(0xFFFFFFFFu, 1u)]
    public void Sequence_numbers_begin_again_at_one(uint number, uint next) => Assert.Equal(next, new SequenceNumber(number).Next().Value);
}

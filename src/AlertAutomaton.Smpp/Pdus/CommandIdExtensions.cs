namespace AlertAutomaton.Smpp.Pdus;

/// <summary>What a command_id says of itself.</summary>
public static class CommandIdExtensions
{
    private const uint ResponseBit = 0x8000_0000;

    /// <summary>Whether it is a response, which is never answered (§5.1.2.1).</summary>
    public static bool IsResponse(this CommandId command) => ((uint)command & ResponseBit) != 0;

    /// <summary>The response that belongs to a request.</summary>
    public static CommandId ToResponse(this CommandId command) => (CommandId)((uint)command | ResponseBit);
}

using AlertAutomaton.VoiceServer.Dialogues;
using AlertAutomaton.VoiceServer.Operators;

namespace AlertAutomaton.VoiceServer.Launching;

/// <summary>Key 2: records a message and keeps it.</summary>
internal sealed class RecordMenu : IOperatorMenu
{
    public char Key => '2';

    public MenuRight Right => MenuRight.Record;

    public async Task<MenuEnd> RunAsync(OperatorSession session, CancellationToken ct)
    {
        (_, MenuEnd end) = await new MessageRecorder(session).RunAsync(ct);
        return end;
    }
}

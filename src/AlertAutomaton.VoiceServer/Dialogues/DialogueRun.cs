using Microsoft.Extensions.Logging;

namespace AlertAutomaton.VoiceServer.Dialogues;

/// <summary>Leads a dialogue to its end, whatever happens in it.</summary>
internal static class DialogueRun
{
    /// <summary>Talks, says goodbye unless the call is over, and hangs up. A fault in the talk is logged and ends this call only.</summary>
    /// <param name="dialogue">The dialogue of the call.</param>
    /// <param name="talk">What is said and asked.</param>
    /// <param name="log">Where a fault is told.</param>
    /// <param name="stop">The service is closing: the call is hung up at once.</param>
    public static async Task RunAsync(Dialogue dialogue, Func<Dialogue, Task<MenuEnd>> talk, ILogger log, CancellationToken stop)
    {
        try
        {
            if (await talk(dialogue) == MenuEnd.Over)
            {
                await dialogue.HangUpAsync(null);
                return;
            }

            await dialogue.GoodbyeAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await dialogue.HangUpAsync("the service is closing");
        }
        catch (Exception error)
        {
            VoiceServerLog.DialogueFailed(log, error, dialogue.CallId);
            await dialogue.GoodbyeAsync(stop);
        }
    }
}

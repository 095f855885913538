using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Progress;

namespace AlertAutomaton.Daemon.Hosting.Duty;

/// <summary>What the engine has to do, at most one look old: asked without waiting for it.</summary>
internal sealed class EngineGlance(AlertService service)
{
    private readonly Lock _gate = new();
    private EngineLoad _last = new();
    private Task<EngineLoad>? _asked;

    /// <summary>True while an alert begins attempts.</summary>
    public bool AlertRunning => Look().Running > 0;

    /// <summary>True while somebody could be called now if a line were free.</summary>
    public bool LinesAreScarce => Look() is { Running: > 0, Ready: > 0 };

    private EngineLoad Look()
    {
        lock (_gate)
        {
            if (_asked is { IsCompletedSuccessfully: true })
            {
                _last = _asked.Result;
            }

            if (_asked is null or { IsCompleted: true })
            {
                _asked = service.GetLoadAsync();
            }

            return _last;
        }
    }
}

using Serilog.Core;
using Serilog.Events;

namespace AlertAutomaton.Daemon.Logging;

/// <summary>Puts the number of the event, which <c>docs/log-events.md</c> explains, where the output template finds it.</summary>
internal sealed class EventNumberEnricher : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (logEvent.Properties.TryGetValue("EventId", out var value) && value is StructureValue structure
            && structure.Properties.FirstOrDefault(property => property.Name is "Id") is { } id)
        {
            logEvent.AddOrUpdateProperty(new LogEventProperty("EventNumber", id.Value));
        }
    }
}

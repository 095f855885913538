using System.Text.Json.Serialization;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>The generated JSON forms of the lists in a row of <c>duty_matter</c>: operators by identifier, calls by UTC ticks.</summary>
[JsonSerializable(typeof(Guid[]))]
[JsonSerializable(typeof(long[]))]
internal sealed partial class DutyLists : JsonSerializerContext;

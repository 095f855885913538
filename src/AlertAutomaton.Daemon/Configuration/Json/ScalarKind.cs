namespace AlertAutomaton.Daemon.Configuration.Json;

/// <summary>How a scalar was written. <see cref="Untyped"/> comes from the environment, where everything is text.</summary>
internal enum ScalarKind
{
    Text,
    Number,
    Boolean,
    Null,
    Untyped,
}

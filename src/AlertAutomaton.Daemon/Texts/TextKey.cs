namespace AlertAutomaton.Daemon.Texts;

/// <summary>An argument of a text that is itself a text; it is looked up in the language of the whole.</summary>
internal readonly record struct TextKey(string Name);

namespace AlertAutomaton.Daemon.Configuration.Model;

/// <summary>The shapes that an option can have.</summary>
internal enum OptionKind
{
    Text,
    Integer,
    Number,
    Boolean,
    TextList,
    NumberList,
    TextByName,
    Section,
    SectionList,
}

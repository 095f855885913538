namespace AlertAutomaton.Storage.DataDirectories;

/// <summary>Why a data directory was not opened.</summary>
public enum DataDirectoryRefusal
{
    /// <summary>It was opened.</summary>
    None,

    /// <summary>Another process holds it.</summary>
    InUse,

    /// <summary>It was written by a newer version of the program.</summary>
    NewerFormat,

    /// <summary>It cannot be created or written.</summary>
    NotWritable,
}

namespace AlertAutomaton.Media.Sdp;

/// <summary>How much of a description is read; real ones stay far below.</summary>
internal static class SdpLimits
{
    public const int Bytes = 32 * 1024;
    public const int Lines = 512;
    public const int Media = 16;
    public const int Formats = 64;
}

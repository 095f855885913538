using AlertAutomaton.Media.Sessions;

namespace AlertAutomaton.Media.Tests.Sessions;

internal sealed record MediaPair(MediaSession Near, HeardEvents NearEvents, MediaSession Far, HeardEvents FarEvents);

namespace SynthRender.Rendering.Coverage;

/// <summary>A triangle that may cover a pixel's centre.</summary>
/// <param name="Next">The next candidate of the pixel, −1 after the last.</param>
/// <param name="Primitive">Index of the drawn primitive.</param>
/// <param name="Triangle">Index of the triangle in it.</param>
/// <param name="Depth">Its depth there when it is surely inside, else a lower bound of it.</param>
/// <param name="IsInside">The centre lies inside by more than any rounding.</param>
internal readonly record struct Candidate(int Next, int Primitive, int Triangle, float Depth, bool IsInside);

namespace SynthRender.Randomizers;

/// <summary>Where the sun stands, by place and time. North is −Z and east is +X.</summary>
/// <remarks>
/// The textbook formulas: declination −23.44°·cos(360°/365·(day + 10)), hour angle 15° an hour from noon of local solar time. Good to about
/// half a degree.
/// </remarks>
public static class SunPosition
{
    /// <summary>Elevation above the horizon (negative at night) and turn about the vertical (0 shines from +Z, the south), radians.</summary>
    /// <param name="latitude">Radians, north positive, within ±π/2.</param>
    /// <param name="dayOfYear">1 is January 1st; 1 to 366.</param>
    /// <param name="hour">Local solar time: 12 is when the sun stands highest; 0 to 24.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static (float Elevation, float Azimuth) At(float latitude, float dayOfYear, float hour)
    {
        if (MathF.Abs(latitude) is not <= MathF.PI / 2)
            throw new ArgumentOutOfRangeException(nameof(latitude), latitude, "A latitude is in radians, within ±π/2; write Degrees(52) for 52° north.");
        if (dayOfYear is not (>= 1 and <= 366)) throw new ArgumentOutOfRangeException(nameof(dayOfYear), dayOfYear, "A day of the year lies from 1 to 366.");
        if (hour is not (>= 0 and <= 24)) throw new ArgumentOutOfRangeException(nameof(hour), hour, "An hour lies from 0 to 24.");
        var declination = -23.44 * Math.PI / 180 * Math.Cos(2 * Math.PI / 365 * (dayOfYear + 10));
        var (sinHour, cosHour) = Math.SinCos((hour - 12) * Math.PI / 12);
        var (sinLatitude, cosLatitude) = Math.SinCos(latitude);
        var (sinDeclination, cosDeclination) = Math.SinCos(declination);
        var up = sinLatitude * sinDeclination + cosLatitude * cosDeclination * cosHour;
        var east = -cosDeclination * sinHour;
        var north = sinDeclination * cosLatitude - cosDeclination * cosHour * sinLatitude;
        return ((float)Math.Asin(Math.Clamp(up, -1, 1)), (float)Math.Atan2(east, -north));
    }
}

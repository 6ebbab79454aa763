// An operating theatre, seen from the middle of a box-shaped room. Parameters (Environments/TheatreParameters.cs):
//   [0] radiance of the walls; w: seed   [1] of the ceiling; w: of its luminous panels   [2] of the floor; w: side of a tile, metres
//   [3] x, z: half the room's extents; y: ceiling above, w: floor below the eye, metres
//   of each lamp, from 4 on: towards its middle; w: tangent of its radius · its right; w: petals · radiance of its LEDs ·
//   normal of the plane that its arm lies in; w: cosine of half the angle that the arm spans
#include "environment_frame.glsl"
#include "environment_edges.glsl"
#include "noise.glsl"

#define PARAMETER(i) frame.environmentParameters[i]

const int maxLamps = 4;
const float panelSide = 0.6;

// What stands at a wall (place along it and height above the floor, metres; half the wall's length) takes the place of its tiles.
vec3 furnished(vec3 tiles, vec2 at, int wall, float halfLength, float blur)
{
    uint seed = floatBitsToUint(PARAMETER(0).w);
    int first = int(hashOf(seed + 7u) & 3u);
    float place = (unitOf(hashOf(seed + 11u + uint(wall))) - 0.5) * halfLength;
    vec2 p = at - vec2(place, 1.05);
    vec3 white = PARAMETER(1).rgb;

    vec2 door = within(p, vec2(0.75, 1.05), vec2(blur));
    vec3 leaf = white * (0.7 - 0.5 * lines(p.x / 1.5 + 0.5, 0.02, blur / 1.5));
    vec2 window = within(p - vec2(0.35, 0.45), vec2(0.12, 0.25), vec2(blur));
    tiles = mix(tiles, mix(leaf, 0.1 * white, window.x * window.y), door.x * door.y * float(wall == first));

    vec2 screen = within(p - vec2(0.0, 0.55), vec2(0.5, 0.3), vec2(blur));
    vec2 bezel = within(p - vec2(0.0, 0.55), vec2(0.54, 0.34), vec2(blur));
    float image = valueNoise(p * 6.0 + 50.0, seed + 5u);
    float shown = float(wall == (first ^ 1));
    tiles = mix(tiles, vec3(0.01), bezel.x * bezel.y * shown);
    tiles = mix(tiles, mix(vec3(0.05, 0.15, 0.3), vec3(0.7, 0.95, 1.0), image * image), screen.x * screen.y * shown);

    vec2 cabinet = within(p + vec2(0.0, 0.1), vec2(0.3 * halfLength + 0.3, 0.95), vec2(blur));
    vec3 steel = white * (0.55 + 0.25 * at.y / 2.0) * (1.0 - 0.7 * max(lines(p.x / 0.5, 0.03, blur / 0.5), lines(at.y / 0.9, 0.02, blur / 0.9)));
    return mix(tiles, steel, cabinet.x * cabinet.y * float(wall == (first ^ 2)));
}

vec3 walls(vec3 hit, vec3 extent, bool alongX, float blur)
{
    uint seed = floatBitsToUint(PARAMETER(0).w);
    int wall = alongX ? (hit.x > 0.0 ? 0 : 1) : (hit.z > 0.0 ? 2 : 3);
    vec2 at = vec2(alongX ? hit.z : hit.x, hit.y + PARAMETER(3).w);
    float side = PARAMETER(2).w;
    vec2 p = at / side;
    float grout = max(lines(p.x, 0.03, blur / side), lines(p.y, 0.03, blur / side));
    float shade = 0.25 * (unitOf(hashOf(ivec2(floor(p)) + ivec2(0, 4096 * wall), seed)) - 0.5) * (1.0 - smoothstep(0.3, 1.0, blur / side));
    vec3 tiles = PARAMETER(0).rgb * (1.0 + shade) * (1.0 - 0.6 * grout);
    return furnished(tiles, at, wall, alongX ? extent.z : extent.x, blur);
}

vec3 ceiling(vec2 at, vec3 extent, float blur)
{
    uint seed = floatBitsToUint(PARAMETER(0).w);
    vec2 p = at / panelSide + vec2(0.0, unitOf(hashOf(seed + 6u)));
    vec2 cell = floor(p);
    float row = floor(0.55 * extent.x / panelSide);
    float luminous = float((cell.x == row || cell.x == -1.0 - row) && fract(cell.y / 3.0) < 0.5);
    vec2 inside = within(p - cell - 0.5, vec2(0.46), vec2(max(blur / panelSide, 0.02)));
    float gap = max(lines(p.x, 0.03, blur / panelSide), lines(p.y, 0.03, blur / panelSide));
    return mix(PARAMETER(1).rgb * (1.0 - 0.5 * gap), vec3(PARAMETER(1).w), luminous * inside.x * inside.y);
}

float petals(vec2 p, float turns, float count, float ring, float blur)
{
    float angle = round(turns * count) / count * (2.0 * pi);
    float radius = min(0.15, 0.65 * ring * sin(pi / count));
    return disc(length(p - ring * vec2(cos(angle), sin(angle))), radius, blur);
}

void addLamp(inout vec3 color, vec3 direction, int lamp, float spread)
{
    vec4 axis = PARAMETER(4 + 4 * lamp);
    vec4 right = PARAMETER(5 + 4 * lamp);
    vec4 arm = PARAMETER(7 + 4 * lamp);
    float width = 0.09 * axis.w;
    float onArm = float(dot(direction, normalize(axis.xyz + vec3(0.0, 1.0, 0.0))) > arm.w) * disc(abs(dot(direction, arm.xyz)), width, spread);
    color = mix(color, 0.7 * PARAMETER(1).rgb, onArm * min(1.0, 2.0 * width / spread));
    float along = dot(direction, axis.xyz);
    vec2 p = vec2(dot(direction, right.xyz), dot(direction, cross(right.xyz, axis.xyz))) / (max(along, 1e-3) * max(axis.w, 1e-3));
    float r = length(p);
    float blur = spread * (1.0 + axis.w * axis.w * min(r * r, 1.0)) / max(axis.w, 1e-3);
    float housing = disc(r, 1.0, min(blur, 2.0)) * float(along > 0.0);
    color = mix(color, PARAMETER(1).rgb * (0.8 - 0.45 * smoothstep(0.85, 0.95, r)), housing);
    float turns = atan(p.y, p.x) / (2.0 * pi);
    float lit = disc(r, 0.14, blur) + petals(p, turns, right.w, 0.68, blur) + petals(p, turns, floor(0.5 * right.w), 0.38, blur);
    color = mix(color, PARAMETER(6 + 4 * lamp).rgb, min(lit, 1.0) * housing);
}

vec3 environmentRadiance(vec3 direction, float spread)
{
    vec3 extent = vec3(PARAMETER(3).x, direction.y > 0.0 ? PARAMETER(3).y : PARAMETER(3).w, PARAMETER(3).z);
    vec3 along = abs(direction);
    vec3 reach = extent / max(along, 1e-5);
    float away = min(reach.x, min(reach.y, reach.z));
    vec3 hit = direction * away;
    bool level = away == reach.y;
    bool alongX = !level && away == reach.x;
    float blur = spread * away / (level ? along.y : alongX ? along.x : along.z);
    vec3 color = level
        ? (direction.y > 0.0 ? ceiling(hit.xz, extent, blur) : PARAMETER(2).rgb)
        : walls(hit, extent, alongX, blur);
    // Corners get less light.
    vec3 corner = 1.0 - 0.35 * exp(-3.0 * (extent - abs(hit)));
    color *= (level ? 1.0 : corner.y) * (alongX ? 1.0 : corner.x) * (level || alongX ? corner.z : 1.0);
    for (int i = 0; i < maxLamps; i++) addLamp(color, direction, i, spread);
    return color;
}

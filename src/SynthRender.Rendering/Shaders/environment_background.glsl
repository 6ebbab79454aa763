// The environment itself, sharp, where there is no surface.
layout(location = 0) out vec4 outRadiance; // a: reciprocal of the depth

void main()
{
    vec3 ray = normalize(frame.ray.xyz + frame.rayPerX.xyz * gl_FragCoord.x + frame.rayPerY.xyz * gl_FragCoord.y);
    vec2 turn = frame.environment.xy;
    vec3 direction = vec3(turn.x * ray.x - turn.y * ray.z, ray.y, turn.y * ray.x + turn.x * ray.z);
    outRadiance = vec4(min(environmentRadiance(direction, frame.environment.w) * frame.environment.z, 65504.0), 0.0);
}

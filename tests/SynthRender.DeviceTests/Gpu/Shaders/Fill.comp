#version 450

// Element i becomes i * i + bias; the image gets its own coordinates.
layout(local_size_x = 8, local_size_y = 8) in;
layout(constant_id = 0) const uint bias = 0u;
layout(set = 0, binding = 0) buffer Values
{
    uint values[];
};
layout(set = 0, binding = 1, rgba32ui) uniform writeonly uimage2D image;

void main()
{
    uint width = gl_NumWorkGroups.x * gl_WorkGroupSize.x;
    uint i = gl_GlobalInvocationID.y * width + gl_GlobalInvocationID.x;
    values[i] = i * i + bias;
    imageStore(image, ivec2(gl_GlobalInvocationID.xy), uvec4(gl_GlobalInvocationID, i));
}

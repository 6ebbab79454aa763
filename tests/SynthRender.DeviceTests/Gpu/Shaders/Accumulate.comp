#version 450

// Each run doubles every value and adds one: runs that do not wait for each other lose some.
layout(local_size_x = 64) in;
layout(set = 0, binding = 0) buffer Values
{
    uint values[];
};

void main()
{
    // Neighbours are swapped, so that a run reads what another work item of the run before wrote.
    uint i = gl_GlobalInvocationID.x ^ 1u;
    values[i] = values[i] * 2u + 1u;
}

namespace SynthRender.Assets.Gltf;

/// <summary>A node of the model that is being read.</summary>
/// <param name="Gltf">Index of the glTF node.</param>
/// <param name="Parent">Its parent's place in the list, −1 for a root.</param>
/// <param name="Hidden">True when it only serves as a joint, because it is outside the scene.</param>
/// <param name="Instance">Which of the glTF node's instances it is; −1 for the node itself.</param>
internal readonly record struct TreeNode(int Gltf, int Parent, bool Hidden, int Instance);

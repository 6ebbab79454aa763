namespace SynthRender.Modeling.Building;

/// <summary>Finds contradictions in a description before work is spent on it.</summary>
internal static class DescriptionCheck
{
    public static void Check(ModelDescription model)
    {
        var nodes = new HashSet<string>();
        foreach (var node in model.Nodes)
        {
            Require(node.Parent is null || nodes.Contains(node.Parent), model, $"node '{node.Name}' comes before its parent '{node.Parent}'");
            Require(nodes.Add(node.Name), model, $"two nodes are called '{node.Name}'");
        }

        var materials = model.Materials.Select(m => m.Name).ToHashSet();
        var solids = new HashSet<string>();
        foreach (var solid in model.Solids)
        {
            Require(solids.Add(solid.Name), model, $"two solids are called '{solid.Name}'");
            Require(materials.Contains(solid.Material), model, $"solid '{solid.Name}' has the unknown material '{solid.Material}'");
            Require(solid.Node is null != solid.Flesh is null, model, $"solid '{solid.Name}' needs either a node or flesh");
            foreach (var node in solid.Flesh?.Nodes ?? [solid.Node!])
                Require(nodes.Contains(node), model, $"solid '{solid.Name}' hangs on the unknown node '{node}'");
        }

        foreach (var sheet in model.Sheets)
        {
            Require(solids.Add(sheet.Name), model, $"two solids or sheets are called '{sheet.Name}'");
            Require(materials.Contains(sheet.Material), model, $"sheet '{sheet.Name}' has the unknown material '{sheet.Material}'");
            Require(!model.Solids.Exists(s => s.Material == sheet.Material), model, $"material '{sheet.Material}' is used by solids, which have textures, and by sheet '{sheet.Name}'");
        }

        var keypoints = new HashSet<string>();
        foreach (var k in model.Keypoints)
        {
            Require(keypoints.Add(k.Name), model, $"two keypoints are called '{k.Name}'");
            Require(solids.Contains(k.Solid), model, $"keypoint '{k.Name}' lies on the unknown solid '{k.Solid}'");
        }

        foreach (var (a, b) in model.Edges.Concat(model.Pairs))
            Require(keypoints.Contains(a) && keypoints.Contains(b), model, $"'{a}' or '{b}' of an edge or pair is no keypoint");
        foreach (var joint in model.Joints)
        {
            Require(nodes.Contains(joint.Node), model, $"a joint moves the unknown node '{joint.Node}'");
            Require(joint.Lower.X <= joint.Upper.X && joint.Lower.Y <= joint.Upper.Y && joint.Lower.Z <= joint.Upper.Z, model,
                $"the limits of joint '{joint.Node}' are inverted");
        }

        foreach (var node in model.Parts.SelectMany(p => p.Nodes))
            Require(nodes.Contains(node), model, $"a part names the unknown node '{node}'");
        foreach (var change in model.Variants.SelectMany(v => v.Changes))
        {
            Require(materials.Contains(change.Material), model, $"a variant changes the unknown material '{change.Material}'");
            Require(change.Roughness is >= 0 and <= 1 && change.Metallic is >= 0 and <= 1, model,
                $"a variant of '{change.Material}' has a roughness or metallic factor outside 0 to 1");
        }
    }

    private static void Require(bool holds, ModelDescription model, string message)
    {
        if (!holds)
            throw new InvalidOperationException($"Model '{model.Category}': {message}.");
    }
}

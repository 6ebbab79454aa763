using SynthRender.Reference;

if (args is not [var path])
{
    Console.Error.WriteLine("usage: Reference FILE    writes the reference of the randomizers, docs/randomizers.md");
    return 2;
}

File.WriteAllText(path, RandomizerReference.Write());
return 0;

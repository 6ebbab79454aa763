using System.Buffers.Binary;
using SynthRender.LightTables;

// Usage: dotnet run -c Release --project tools/LightTables -- src/SynthRender.Rendering/Lighting/TransformedCosines.bin
var table = CosineFit.Table();
var bytes = new byte[4 * table.Length];
for (var i = 0; i < table.Length; i++) BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4 * i), table[i]);
File.WriteAllBytes(args[0], bytes);
